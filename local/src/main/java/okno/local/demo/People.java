package okno.local.demo;

import java.util.Map;
import okno.local.Logins;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;

/** The invented people, agency and company of a local stack. */
public final class People {

    public static final String CITIZEN_PHONE = "+79160000001";
    public static final String CITIZEN_MAIL = "citizen@okno.example";

    /** ООО «Ромашка», headed by the demo user {@code head}. */
    public static final Map<String, String> COMPANY =
            Map.of("inn", "7701000019", "kpp", "770101001", "ogrn", "1027700000019");

    private final Portal portal;
    private final Logins logins;

    public People(Portal portal, Logins logins) {
        this.portal = portal;
        this.logins = logins;
    }

    public static People of(Portal portal, Ports ports, Secrets secrets) {
        return new People(portal, new Logins(ports, secrets));
    }

    /** A demo user: citizen, citizen2, head, officer, integrator, mfc or admin. */
    public Visitor person(String user) {
        return portal.visitor(user, () -> logins.accessToken(user));
    }

    /** A machine of an agency, such as {@code agency-fns}. */
    public Visitor machine(String client) {
        return portal.visitor(client, () -> logins.clientToken(client));
    }

    public Visitor anybody() {
        return portal.anybody();
    }
}
