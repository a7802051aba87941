package okno.keycloak.profile;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.RealmModel;
import org.keycloak.policy.PasswordPolicyConfigException;

/**
 * What is asked of members of organisations; written {@code 12,90} in the realm's password policy.
 *
 * @param length fewest characters
 * @param days after which the password is to be changed
 */
record OrganisationPassword(int length, int days) {

    static final String ID = "oknoOrganisationPassword";
    static final String USUAL = "12,90";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3}),(\\d{1,4})");

    static OrganisationPassword parse(@Nullable String written) {
        Matcher matcher = WRITTEN.matcher(written == null ? USUAL : written);
        if (!matcher.matches()) {
            throw new PasswordPolicyConfigException("Characters and days, such as " + USUAL);
        }
        return new OrganisationPassword(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** The realm's rule; null when it has none. */
    static @Nullable OrganisationPassword of(RealmModel realm) {
        return realm.getPasswordPolicy().getPolicyConfig(ID);
    }
}
