package okno.platform.test;

import java.util.List;

/**
 * One way to get in without the right to.
 *
 * @param name what is tried, as a sentence
 * @param code problem code of the refusal; {@link #UNREAD} when the request is refused before anybody reads a token
 * @param query added to the address; empty mostly
 * @param headers name, value, name, value
 */
record TokenAttack(String name, String code, String query, List<String> headers) {

    static final String BAD_TOKEN = "invalid_token";
    static final String BAD_PROOF = "invalid_dpop_proof";
    static final String NOBODY = "unauthenticated";
    static final String UNREAD = "";

    static TokenAttack bearer(String name, String token) {
        return new TokenAttack(name, BAD_TOKEN, "", List.of("Authorization", "Bearer " + token));
    }

    static TokenAttack bound(String name, String token, String proof) {
        return new TokenAttack(name, BAD_PROOF, "", List.of("Authorization", "DPoP " + token, "DPoP", proof));
    }

    static TokenAttack tooLong(String name, String token) {
        return new TokenAttack(name, UNREAD, "", List.of("Authorization", "Bearer " + token));
    }

    @Override
    public String toString() {
        return name;
    }
}
