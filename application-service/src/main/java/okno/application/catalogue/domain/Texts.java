package okno.application.catalogue.domain;

import java.util.Locale;

/** One text in both languages of the portal. */
public record Texts(String ru, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : ru;
    }
}
