package okno.org.permission;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What an employee may do for a company. The code stands in acting tokens and is never reused. */
public enum Permission {
    APPLICATIONS_SUBMIT("applications.submit"),
    APPLICATIONS_VIEW("applications.view"),
    CLIENTS_MANAGE("clients.manage"),
    EMPLOYEES_MANAGE("employees.manage"),
    EXTRACTS_CREATE("extracts.create"),
    NOTIFICATIONS_VIEW("notifications.view"),
    ORGANISATION_MANAGE("organisation.manage"),
    PAYMENTS_CREATE("payments.create"),
    PAYMENTS_VIEW("payments.view"),
    SIGNATURES_CREATE("signatures.create"),
    WEBHOOKS_MANAGE("webhooks.manage");

    private final String code;

    Permission(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** All codes, in alphabetical order. */
    public static List<String> codes() {
        return Arrays.stream(values())
                .map(Permission::code)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
