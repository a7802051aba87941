package okno.application.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.persistence.Passports;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Publishes the passports that come with the service, at start and before the first request. A file that differs from
 * the version already published stops the start: applications rely on what they were begun with.
 */
@Component
class PublishPassports implements InitializingBean {

    private static final String FILES = "classpath*:passports/*.json";

    private final Passports passports;
    private final ResourcePatternResolver resources;
    private final CatalogueSnapshots snapshots;
    private final Clock clock;

    PublishPassports(
            Passports passports, ResourcePatternResolver resources, CatalogueSnapshots snapshots, Clock clock) {
        this.passports = passports;
        this.snapshots = snapshots;
        this.resources = resources;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        try {
            for (Resource file : resources.getResources(FILES)) {
                publish(file.getContentAsString(UTF_8));
            }
            // The first who searches need not wait for the index.
            snapshots.refresh();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(String content) {
        PassportFormat.Written written = PassportFormat.complete(content);
        Passport passport = written.passport();
        if (passports.newestVersion(passport.code()) > passport.version()) {
            // The agency has published a newer one; ours is history, and what it was stays as it was.
            return;
        }
        passports.publish(
                new Passports.Stored(passport.code(), passport.version(), written.content()),
                written.sha256(),
                clock.instant());
        if (!passports.sha256(passport.code(), passport.version()).equals(Optional.of(written.sha256()))) {
            throw new IllegalStateException("passport " + passport.code() + " version " + passport.version()
                    + " was published with another content: raise its version");
        }
    }
}
