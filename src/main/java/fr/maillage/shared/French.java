package fr.maillage.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/** French typography of what the program prints: numbers, amounts, dates. U+00A0 between thousands and before units. */
public final class French {

    public static final char NBSP = '\u00A0';

    /** Narrow no-break space, before {@code ; ! ?}. */
    public static final char NNBSP = '\u202F';

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final DateTimeFormatter MONTH_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.FRENCH);

    /** The order of a French dictionary: « Élodie » before « Maëlle ». */
    public static final Comparator<String> ORDER =
            (one, other) -> collator(Collator.TERTIARY).compare(one, other);

    private French() {}

    /** A name of the official lists with the apostrophe that French is printed with: « Côte d’Azur ». */
    public static String printed(String name) {
        return name.replace('\'', '’');
    }

    /** Whether two names are the same but for accents and capitals. */
    public static boolean same(String one, String other) {
        return collator(Collator.PRIMARY).compare(one.strip(), other.strip()) == 0;
    }

    /** A collator is no thread's but its own. */
    private static Collator collator(int strength) {
        var collator = Collator.getInstance(Locale.FRENCH);
        collator.setStrength(strength);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        return collator;
    }

    /** {@code 41 690}. */
    public static String number(long value) {
        return format(BigDecimal.valueOf(value), "#,##0");
    }

    /** {@code 12,0} from 12.04 with one decimal: as many decimals as asked, rounded half up. */
    public static String decimal(BigDecimal value, int decimals) {
        var rounded = value.setScale(decimals, RoundingMode.HALF_UP);
        return format(rounded, decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals));
    }

    /** {@code 9,1}, {@code −0,5}, {@code 1 234}: as many decimals as the value is written with. */
    public static String decimal(BigDecimal value) {
        return decimal(value, Math.max(0, value.scale()));
    }

    /** {@code 9 816,78 €}. */
    public static String amount(Euros euros) {
        return format(euros.value(), "#,##0.00") + NBSP + "€";
    }

    /** {@code 287 000 €} when the amount has no cents, else with its two decimals. */
    public static String headline(Euros euros) {
        var whole = euros.value().stripTrailingZeros().scale() <= 0;
        return format(euros.value(), whole ? "#,##0" : "#,##0.00") + NBSP + "€";
    }

    /** {@code 52,9 %} from a ratio of 0.529; at most the given decimals, rounded half up. */
    public static String percent(BigDecimal ratio, int decimals) {
        var hundredfold = ratio.movePointRight(2).setScale(decimals, RoundingMode.HALF_UP);
        var pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return format(hundredfold, pattern) + NBSP + "%";
    }

    /** {@code 1ᵉʳ décembre 2026}, {@code 24 novembre 2026}. */
    public static String date(LocalDate day) {
        var dayOfMonth = day.getDayOfMonth() == 1 ? "1ᵉʳ" : String.valueOf(day.getDayOfMonth());
        return dayOfMonth + NBSP + day.format(MONTH_YEAR);
    }

    /** {@code mardi 24 novembre 2026}. */
    public static String longDate(LocalDate day) {
        return day.format(WEEKDAY) + " " + date(day);
    }

    public static String date(Instant instant) {
        return date(Today.dayOf(instant));
    }

    /** {@code 22 novembre 2026 à 14 h 32}, Paris time. */
    public static String dateTime(Instant instant) {
        return date(instant) + " à" + NBSP + time(instant);
    }

    /** {@code 14 h 32}, Paris time. */
    public static String time(Instant instant) {
        LocalDateTime time = Today.timeOf(instant);
        return time.getHour() + "" + NBSP + "h" + NBSP + String.format("%02d", time.getMinute());
    }

    /** Without accents nor capitals, as people search. */
    public static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.FRENCH);
    }

    /** A label in the middle of a sentence: without its capital, unless it begins with an acronym (« EHPAD »). */
    public static String inSentence(String label) {
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return label.isEmpty() || acronym
                ? label
                : label.substring(0, 1).toLowerCase(Locale.FRENCH) + label.substring(1);
    }

    /** {@code 1 commune}, {@code 44 communes}: the plural starts at two. */
    public static String count(long n, String singular, String plural) {
        return number(n) + NBSP + (Math.abs(n) < 2 ? singular : plural);
    }

    /** The size of a file: {@code 812 Ko}, {@code 3,4 Mo}, {@code 1,0 Go}; at least {@code 1 Ko}. */
    public static String bytes(long bytes) {
        long kilobytes = Math.max(1, Math.round(bytes / 1000.0));
        if (kilobytes < 1000) {
            return kilobytes + "" + NBSP + "Ko";
        }
        boolean giant = kilobytes >= 1_000_000;
        return format(BigDecimal.valueOf(kilobytes).movePointLeft(giant ? 6 : 3), "#,##0.0")
                + NBSP
                + (giant ? "Go" : "Mo");
    }

    private static String format(BigDecimal value, String pattern) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.FRANCE);
        symbols.setGroupingSeparator(NBSP);
        symbols.setMinusSign('−');
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
