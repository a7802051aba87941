package okno.platform.rights;

/**
 * Who answers.
 *
 * @param full {@code spring.application.name}, such as {@code payment-service}
 */
record ServiceName(String full) {

    private static final String SUFFIX = "-service";

    /** Where the service answers orders to erase. */
    String topic() {
        return "okno." + word() + ".erasure.v1";
    }

    /** Under which name it reads them. */
    String consumer() {
        return word() + ".erasure-orders";
    }

    private String word() {
        return full.endsWith(SUFFIX) ? full.substring(0, full.length() - SUFFIX.length()) : full;
    }
}
