package okno.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import okno.local.machine.Secrets;

/**
 * A person's certificate and the software that signs with it: issued by the stack's own authority, used by {@code openssl},
 * which knows nothing of us.
 */
final class OwnCertificate {

    private final Path folder;

    private OwnCertificate(Path folder) {
        this.folder = folder;
    }

    static boolean canBeMade() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "openssl")));
    }

    /** @param folder where keys and files may lie */
    static OwnCertificate of(String snils, Secrets secrets, Path folder) {
        try {
            Path store = folder.resolve("holder.p12");
            Files.copy(secrets.authorityKeys(), store);
            String password =
                    Files.readString(secrets.passwordFile("ca-password")).strip();
            run(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "holder",
                    "-signer",
                    "ca",
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-validity",
                    "30",
                    "-dname",
                    "CN=Holder, OID.1.2.643.100.3=" + snils,
                    "-ext",
                    "ku:c=digitalSignature,nonRepudiation",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    password);
            run(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-importkeystore",
                    "-srckeystore",
                    store.toString(),
                    "-srcstorepass",
                    password,
                    "-srcalias",
                    "holder",
                    "-destkeystore",
                    folder.resolve("one.p12").toString(),
                    "-deststoretype",
                    "PKCS12",
                    "-deststorepass",
                    password);
            Path pem = folder.resolve("holder.pem");
            run(
                    "openssl",
                    "pkcs12",
                    "-in",
                    folder.resolve("one.p12").toString(),
                    "-nodes",
                    "-passin",
                    "pass:" + password,
                    "-out",
                    pem.toString());
            return new OwnCertificate(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A detached CMS over the text, Base64. */
    String sign(String text) {
        try {
            Path file = Files.writeString(folder.resolve("text"), text, UTF_8);
            Path pem = folder.resolve("holder.pem");
            Path cms = folder.resolve("text.p7s");
            run(
                    "openssl",
                    "cms",
                    "-sign",
                    "-binary",
                    "-in",
                    file.toString(),
                    "-signer",
                    pem.toString(),
                    "-outform",
                    "DER",
                    "-out",
                    cms.toString());
            return Base64.getEncoder().encodeToString(Files.readAllBytes(cms));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command[0] + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
