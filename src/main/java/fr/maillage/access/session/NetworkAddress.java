package fr.maillage.access.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Network addresses as they are counted: one subscriber holds a whole /64 of IPv6, and may change within it at will. */
public final class NetworkAddress {

    private static final int SUBSCRIBER_BYTES = 8;

    private NetworkAddress() {}

    /**
     * What stands for whoever uses this address.
     *
     * @param address in figures, as the server gives it
     */
    public static String counted(String address) {
        return read(address) instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), SUBSCRIBER_BYTES)) + "::/64"
                : address;
    }

    static boolean isThisMachine(String address) {
        return read(address).isLoopbackAddress();
    }

    private static InetAddress read(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException impossibleForFigures) {
            throw new IllegalArgumentException(impossibleForFigures);
        }
    }
}
