package okno.identity.account;

/** Keycloak has another account with the e-mail. */
final class AddressTaken extends RuntimeException {

    AddressTaken() {
        super("the e-mail belongs to another account", null, false, false);
    }
}
