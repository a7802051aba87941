package okno.identity.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateKind;
import okno.identity.certificate.domain.CertificateRefused;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.certificate.persistence.Certificates;
import okno.identity.person.ProfileQueries;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.Person;
import okno.identity.person.domain.PersonName;
import okno.identity.pki.CertificateAuthority;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A confirmed person gets a key pair (ECDSA, P-256) and the platform's certificate for it. The certificate carries the
 * name and no SNILS: a signed document is shown to many.
 */
@Service
public class IssueCertificate {

    private static final String BASIS = "63-FZ art. 5 part 3, art. 13";

    private final ProfileQueries profiles;
    private final CertificateAuthority authority;
    private final KeySafe keys;
    private final Certificates certificates;
    private final Audit audit;

    IssueCertificate(
            ProfileQueries profiles,
            CertificateAuthority authority,
            KeySafe keys,
            Certificates certificates,
            Audit audit) {
        this.profiles = profiles;
        this.authority = authority;
        this.keys = keys;
        this.certificates = certificates;
        this.audit = audit;
    }

    /** The password that the key will be used with; it is kept nowhere, so nobody can recover it. */
    public record Command(String keyPassword) {

        @Override
        public String toString() {
            return "Command";
        }
    }

    /** @throws CertificateRefused {@code person_not_confirmed} or {@code certificate_exists} */
    @Transactional
    public PersonCertificate handle(Caller caller, Command command) {
        Person person = profiles.profile(caller);
        if (person.ial() != Ial.CONFIRMED) {
            throw CertificateRefused.personNotConfirmed();
        }
        UUID id = Ids.next();
        KeyPair pair = newPair();
        X509Certificate issued = authority.issue(subject(person.name(), id), pair.getPublic());
        PersonCertificate certificate =
                NewCertificate.of(id, person.id().value(), CertificateKind.PLATFORM, issued, null);
        if (!certificates.insert(certificate, keys.seal(id, pair.getPrivate(), command.keyPassword()))) {
            throw CertificateRefused.alreadyIssued();
        }
        audit.record(caller, AuditRecord.done("certificate.issued", "certificate", id, caller.id(), BASIS));
        return certificate;
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair could be made", e);
        }
    }

    /** The id makes two people of one name two subjects. */
    private static X500Name subject(PersonName name, UUID id) {
        String given = name.middle() == null ? name.first() : name.first() + " " + name.middle();
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "RU")
                .addRDN(BCStyle.SURNAME, name.last())
                .addRDN(BCStyle.GIVENNAME, given)
                .addRDN(BCStyle.SERIALNUMBER, id.toString())
                .addRDN(BCStyle.CN, name.last() + " " + given)
                .build();
    }
}
