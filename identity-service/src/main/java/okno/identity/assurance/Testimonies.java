package okno.identity.assurance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okno.identity.assurance.domain.Evidence;
import okno.identity.assurance.domain.Method;
import okno.identity.person.domain.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Proves genuine what verifiers say: a JWT (RFC 7519) of type {@code okno-testimony+jwt}, ES256 by a key of theirs, issued
 * by them for {@code okno}, not expired, about one attempt ({@code sub}). Only public keys of theirs are here, so nothing
 * that is stolen from us can speak for them.
 */
@Component
class Testimonies {

    static final JOSEObjectType TYPE = new JOSEObjectType("okno-testimony+jwt");
    static final String AUDIENCE = "okno";

    private final Map<Method, DefaultJWTProcessor<SecurityContext>> processors = new EnumMap<>(Method.class);

    Testimonies(AssuranceProperties properties) {
        add(Method.BANK, properties.bank());
        add(Method.VIDEO, properties.video());
    }

    /** What was said, and of which attempt. */
    record About(UUID attempt, Evidence.Testimony testimony) {}

    /** Empty when it is not genuine, not fresh, or not what was agreed. */
    Optional<About> read(Method method, String jwt) {
        var processor = processors.get(method);
        if (processor == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(said(method, processor.process(jwt, null)));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static About said(Method method, JWTClaimsSet claims) throws ParseException {
        boolean seen = Boolean.TRUE.equals(claims.getBooleanClaim("seen"));
        return new About(
                UUID.fromString(claims.getSubject()),
                new Evidence.Testimony(
                        word(method),
                        seen,
                        seen ? required(claims, "snils") : "",
                        seen
                                ? new PersonName(
                                        required(claims, "family_name"),
                                        required(claims, "given_name"),
                                        claims.getStringClaim("middle_name"))
                                : new PersonName("", "", null),
                        seen ? LocalDate.parse(required(claims, "birthdate")) : LocalDate.EPOCH));
    }

    private static String required(JWTClaimsSet claims, String name) throws ParseException {
        @Nullable String value = claims.getStringClaim(name);
        if (value == null) {
            throw new ParseException(name + " is missing", 0);
        }
        return value;
    }

    private void add(Method method, AssuranceProperties.Verifier verifier) {
        Path file = verifier.keysFile();
        if (!verifier.connected() || file == null) {
            return;
        }
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(publicKeys(file))));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                AUDIENCE,
                new JWTClaimsSet.Builder().issuer(word(method)).build(),
                Set.of("sub", "iat", "exp", "seen")));
        processors.put(method, processor);
    }

    private static JWKSet publicKeys(Path file) {
        try {
            String json = Files.readString(file);
            JWKSet keys = json.contains("\"keys\"") ? JWKSet.parse(json) : new JWKSet(JWK.parse(json));
            return keys.toPublicJWKSet();
        } catch (IOException e) {
            throw new UncheckedIOException("A verifier's keys-file cannot be read", e);
        } catch (ParseException e) {
            throw new IllegalStateException("A verifier's keys-file is no JWK set", e);
        }
    }

    private static String word(Method method) {
        return method.name().toLowerCase(Locale.ROOT);
    }
}
