package okno.application.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import okno.application.catalogue.domain.Passport;
import okno.application.catalogue.persistence.Passports;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the passports that come with the service, at start and before the first request. A file that differs from
 * the version already published stops the start: applications rely on what they were begun with.
 */
@Component
class PublishPassports implements InitializingBean {

    private static final String FILES = "classpath*:passports/*.json";

    private final Passports passports;
    private final ResourcePatternResolver resources;
    private final JsonMapper json;
    private final Clock clock;

    PublishPassports(Passports passports, ResourcePatternResolver resources, JsonMapper json, Clock clock) {
        this.passports = passports;
        this.resources = resources;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        try {
            for (Resource file : resources.getResources(FILES)) {
                publish(file.getContentAsString(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(String content) {
        Passport passport = json.readValue(content, Passport.class);
        FormSchema.of(passport);
        String sha256 = sha256(content);
        passports.publish(passport, content, sha256, clock.instant());
        if (!passports.sha256(passport.code(), passport.version()).equals(sha256)) {
            throw new IllegalStateException("passport " + passport.code() + " version " + passport.version()
                    + " was published with another content: raise its version");
        }
    }

    private static String sha256(String content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
