package okno.identity.verification;

import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Distinguished names as people read them; the JDK writes the Russian numbers in them as hexadecimal garbage. */
public final class Names {

    /** SNILS of the holder in a Russian qualified certificate. */
    public static final ASN1ObjectIdentifier SNILS = new ASN1ObjectIdentifier("1.2.643.100.3");

    public static final ASN1ObjectIdentifier SURNAME = BCStyle.SURNAME;

    /** First name and patronymic in one. */
    public static final ASN1ObjectIdentifier GIVEN_NAMES = BCStyle.GIVENNAME;

    private Names() {}

    /** The name by RFC 4514. */
    static String readable(X500Principal name) {
        return X500Name.getInstance(name.getEncoded()).toString();
    }

    /** The first value of an attribute of the name. */
    public static Optional<String> attribute(X500Principal name, ASN1ObjectIdentifier type) {
        var values = X500Name.getInstance(name.getEncoded()).getRDNs(type);
        return values.length == 0
                ? Optional.empty()
                : Optional.of(IETFUtils.valueToString(values[0].getFirst().getValue()));
    }
}
