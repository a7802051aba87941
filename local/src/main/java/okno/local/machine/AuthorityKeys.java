package okno.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import okno.local.process.ProgramFailed;

/**
 * Makes the PKCS#12 file with the keys of the platform's certificate authority ({@code ca}, self-signed), of its
 * timestamp authority ({@code tsa}) and of the portal's seal ({@code seal}), both signed by the first, with the JDK's keytool. The file appears complete or not at all.
 */
final class AuthorityKeys {

    private static final String DAYS = "3650";

    private AuthorityKeys() {}

    static void make(Path file, Path passwordFile) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        keytool(
                unfinished,
                passwordFile,
                List.of(
                        "-alias",
                        "ca",
                        "-dname",
                        "CN=Okno local certificate authority, O=Okno, C=RU",
                        "-ext",
                        "bc:c=ca:true,pathlen:0",
                        "-ext",
                        "ku:c=keyCertSign,cRLSign"));
        // RFC 3161, 2.3: the certificate is for timestamps and nothing else, and says so critically.
        keytool(
                unfinished,
                passwordFile,
                List.of(
                        "-alias",
                        "tsa",
                        "-signer",
                        "ca",
                        "-dname",
                        "CN=Okno local timestamp authority, O=Okno, C=RU",
                        "-ext",
                        "ku:c=digitalSignature",
                        "-ext",
                        "eku:c=timeStamping"));
        seal(unfinished, passwordFile);
        finish(unfinished, file);
    }

    /** Adds the seal to a file that was made before there was one; does nothing to any other. */
    static void complete(Path file, Path passwordFile) throws IOException {
        if (hasSeal(file, passwordFile)) {
            return;
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING);
        seal(unfinished, passwordFile);
        finish(unfinished, file);
    }

    private static boolean hasSeal(Path file, Path passwordFile) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(
                    file.toFile(), Files.readString(passwordFile).strip().toCharArray());
            return store.isKeyEntry("seal");
        } catch (GeneralSecurityException e) {
            throw new ProgramFailed("The keys of the certificate authority cannot be read: " + e.getMessage());
        }
    }

    private static void seal(Path unfinished, Path passwordFile) throws IOException {
        keytool(
                unfinished,
                passwordFile,
                List.of(
                        "-alias",
                        "seal",
                        "-signer",
                        "ca",
                        "-dname",
                        "CN=Okno local portal, O=Okno, C=RU",
                        "-ext",
                        "ku:c=digitalSignature,nonRepudiation"));
    }

    private static void finish(Path unfinished, Path file) throws IOException {
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void keytool(Path store, Path passwordFile, List<String> entry) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-validity",
                DAYS,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                // By file: arguments are seen by everybody on the machine.
                "-storepass:file",
                passwordFile.toString()));
        command.addAll(entry);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new ProgramFailed("keytool made no keys for the certificate authority: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("Interrupted while keys were made");
        }
    }
}
