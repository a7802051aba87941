package okno.identity.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okno.identity.pki.PkiProperties;
import okno.identity.pki.PlatformKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The platform's own authority and those whose certificates lie in a directory, with their revocation lists. Lists are
 * never fetched from the addresses that a certificate names: whoever wrote the certificate chose them.
 */
@Component
class TrustedAuthorities {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedAuthorities.class);
    private static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    private final PlatformKeys keys;
    private final @Nullable Path directory;
    private final Clock clock;
    private volatile @Nullable Trust trust;

    TrustedAuthorities(PlatformKeys keys, PkiProperties properties, Clock clock) {
        this.keys = keys;
        this.directory = properties.trustDirectory();
        this.clock = clock;
    }

    /** What is trusted as of a moment. */
    record Trust(List<X509Certificate> anchors, List<X509CRL> lists, Instant readAt) {}

    Trust current() {
        Trust known = trust;
        Instant now = clock.instant();
        if (known == null || known.readAt().plus(READ_AGAIN_AFTER).isBefore(now)) {
            known = read(now);
            trust = known;
        }
        return known;
    }

    private Trust read(Instant now) {
        List<X509Certificate> anchors = new ArrayList<>(List.of(keys.caCertificate()));
        List<X509CRL> lists = new ArrayList<>();
        if (directory != null && Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                files.sorted().forEach(file -> add(file, anchors, lists));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Trust(List.copyOf(anchors), List.copyOf(lists), now);
    }

    /** One bad file must not take away the trust in all others. */
    private static void add(Path file, List<X509Certificate> anchors, List<X509CRL> lists) {
        String name = file.getFileName().toString();
        try {
            if (name.endsWith(".crt")) {
                anchors.add(CertificateReader.read(Files.readAllBytes(file)));
            } else if (name.endsWith(".crl")) {
                lists.add(CertificateReader.revocationList(Files.readAllBytes(file)));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.error("{} in the trust directory cannot be read: {}", name, e.toString());
        }
    }
}
