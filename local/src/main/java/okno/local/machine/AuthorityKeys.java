package okno.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import okno.local.process.ProgramFailed;

/**
 * Makes the PKCS#12 file with the keys of the platform's certificate authority ({@code ca}, self-signed) and of its
 * timestamp authority ({@code tsa}, signed by the first), with the JDK's keytool. The file appears complete or not at all.
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
