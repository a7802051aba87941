package okno.bench.population;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/** Seals values as application-service does, by its own keyset, so that it opens them. */
final class Seal {

    private final Aead aead;

    Seal(Path keyset) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        aead = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keyset), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    byte[] form(UUID application, String json) throws GeneralSecurityException {
        return at("application_form|" + application + "|form", json);
    }

    byte[] document(UUID application, String json) throws GeneralSecurityException {
        return at("application_form|" + application + "|document", json);
    }

    byte[] fileName(UUID paper, String name) throws GeneralSecurityException {
        return at("paper|" + paper + "|file_name", name);
    }

    private byte[] at(String place, String clear) throws GeneralSecurityException {
        return aead.encrypt(clear.getBytes(UTF_8), place.getBytes(UTF_8));
    }
}
