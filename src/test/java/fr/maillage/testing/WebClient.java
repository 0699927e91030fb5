package fr.maillage.testing;

import fr.maillage.access.secret.Token;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser without a window: keeps cookies, sends the forms' hidden value, follows no redirect. For what a test wants to
 * know of one answer; journeys use a real browser.
 */
public final class WebClient {

    /** The cookie that names a browser, over plain http. */
    private static final String COOKIE = "connexion";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private WebClient(int port) {
        this.port = port;
    }

    public static WebClient visitor(int port) {
        return new WebClient(port);
    }

    /** @param session as given by {@link fr.maillage.access.TestAccounts} */
    public static WebClient signedIn(int port, Token session) {
        var client = new WebClient(port);
        client.cookies.put(COOKIE, session.value());
        return client;
    }

    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** The bytes of a file, and nothing else: anything but 200 is refused. */
    public byte[] download(String path) {
        var request = HttpRequest.newBuilder(uri(path)).GET();
        var response = send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + response.statusCode());
        }
        return response.body();
    }

    /** Posts a form with its hidden value. A visitor first needs a page: the cookie comes with it. */
    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        if (!cookies.containsKey(COOKIE)) {
            get("/connexion");
        }
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf());
        return postAsIs(path, all, headers);
    }

    /** Posts exactly these fields: what a page of somebody else could send. */
    public HttpResponse<String> postAsIs(String path, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Posts a file of text as a form with a file field would, with its hidden value. */
    public HttpResponse<String> postFile(String path, String field, String name, String content) {
        if (!cookies.containsKey(COOKIE)) {
            get("/connexion");
        }
        var border = "----maillage";
        var body = """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="%3$s"; filename="%4$s"\r
                Content-Type: application/octet-stream\r
                \r
                %5$s\r
                --%1$s--\r
                """.formatted(border, csrf(), field, name, content);
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "multipart/form-data; boundary=" + border)
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postJson(String path, String json) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** The hidden value of forms, as Spring Security masks it: a mask (here of zeros), then the value under it. */
    public String csrf() {
        var value = new Token(cookies.getOrDefault(COOKIE, "")).derived("csrf").getBytes(StandardCharsets.UTF_8);
        var masked = new byte[2 * value.length];
        System.arraycopy(value, 0, masked, value.length, value.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var response = HTTP.send(request.build(), body);
            for (var cookie : response.headers().allValues("Set-Cookie")) {
                var pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
