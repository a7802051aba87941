package okno.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;

/** The two languages that answers come in. */
public enum Language {
    RU,
    EN;

    private static final List<Locale> OFFERED = List.of(Locale.of("ru"), Locale.ENGLISH);

    /** The language that {@code Accept-Language} prefers; Russian when it says nothing that we can follow. */
    public static Language of(HttpServletRequest request) {
        String wanted = request.getHeader("Accept-Language");
        if (wanted == null) {
            return RU;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), OFFERED);
            return Locale.ENGLISH.equals(best) ? EN : RU;
        } catch (IllegalArgumentException e) {
            return RU;
        }
    }

    /** The language tag, {@code ru} or {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
