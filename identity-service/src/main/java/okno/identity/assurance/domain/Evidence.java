package okno.identity.assurance.domain;

import java.time.LocalDate;
import okno.identity.person.domain.Passport;
import okno.identity.person.domain.PersonName;
import org.jspecify.annotations.Nullable;

/** What somebody hands in to prove who they are. None of it is ever printed. */
public sealed interface Evidence {

    /** The digits of a one-stop office. */
    record Digits(String digits) implements Evidence {
        @Override
        public String toString() {
            return "Digits";
        }
    }

    /** The passport as the person typed it; null: the one of the profile. */
    record TypedPassport(@Nullable Passport passport) implements Evidence {
        @Override
        public String toString() {
            return "TypedPassport";
        }
    }

    /** A detached CMS over the UTF-8 bytes of the challenge. */
    record SignedChallenge(String challenge, byte[] signature) implements Evidence {
        @Override
        public String toString() {
            return "SignedChallenge";
        }
    }

    /**
     * What a bank or a provider of video identification says of whom it saw.
     *
     * @param seen false: it could not identify the person
     * @param snils 11 digits
     */
    record Testimony(String verifier, boolean seen, String snils, PersonName name, LocalDate birthDate)
            implements Evidence {
        @Override
        public String toString() {
            return "Testimony[" + verifier + "]";
        }
    }
}
