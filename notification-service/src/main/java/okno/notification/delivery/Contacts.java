package okno.notification.delivery;

import okno.notification.Channel;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;

/** Where and in which language to write to a person; asked for when sending and in no table. */
record Contacts(
        @Nullable String language,
        @Nullable String email,
        @Nullable String phone) {

    /** For push it is the person: their browsers stand in our own table. */
    @Nullable
    String address(Channel channel, String personId) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> phone;
            case PUSH -> personId;
        };
    }

    Language spoken() {
        return "en".equals(language) ? Language.EN : Language.RU;
    }

    /** Never an address in a log. */
    @Override
    public String toString() {
        return "Contacts[" + language + "]";
    }
}
