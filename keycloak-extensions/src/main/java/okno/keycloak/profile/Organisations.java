package okno.keycloak.profile;

import org.keycloak.models.UserModel;

/** Who works for an organisation: an agency's employee, or somebody whom identity-service has marked as a member. */
final class Organisations {

    private static final String AGENCY = "agency";
    private static final String MEMBER = "organisationMember";

    private Organisations() {}

    static boolean has(UserModel user) {
        return user.getFirstAttribute(AGENCY) != null || Boolean.parseBoolean(user.getFirstAttribute(MEMBER));
    }
}
