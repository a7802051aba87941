package okno.platform.security;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JdkCrypto.class)
class BearerTokenOnJdkCryptoTest extends BearerTokenTest {}
