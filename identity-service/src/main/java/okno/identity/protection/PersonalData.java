package okno.identity.protection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts single columns with AES-256-GCM. The place of a value (table, row, column) is authenticated with it, so a
 * ciphertext moved to another row or column does not open.
 */
public final class PersonalData {

    private final Aead aead;

    PersonalData(Aead aead) {
        this.aead = aead;
    }

    /** The protected columns of one row. */
    public Row row(String table, UUID id) {
        return new Row(table + "|" + id + "|");
    }

    /** Seals and opens values that belong to one row. */
    public final class Row {

        private final String place;

        private Row(String place) {
            this.place = place;
        }

        public byte @Nullable [] seal(String column, @Nullable String clear) {
            if (clear == null) {
                return null;
            }
            try {
                return aead.encrypt(clear.getBytes(UTF_8), (place + column).getBytes(UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot seal " + column, e);
            }
        }

        public @Nullable String openOptional(String column, byte @Nullable [] sealed) {
            return sealed == null ? null : open(column, sealed);
        }

        /** Throws {@link IllegalStateException} when the value was changed, moved, or sealed with a key we do not hold. */
        public String open(String column, byte[] sealed) {
            try {
                return new String(aead.decrypt(sealed, (place + column).getBytes(UTF_8)), UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot open " + column, e);
            }
        }
    }
}
