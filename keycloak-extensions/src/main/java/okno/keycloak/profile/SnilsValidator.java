package okno.keycloak.profile;

import java.util.List;
import okno.platform.core.number.InvalidNumber;
import okno.platform.core.number.Snils;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.AbstractStringValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

/**
 * Validation {@value #ID} of an attribute of the user profile: 11 digits with the right check number, whatever stands
 * between them.
 */
public final class SnilsValidator extends AbstractStringValidator implements ConfiguredProvider {

    static final String ID = "okno-snils";
    static final String MESSAGE = "oknoSnilsInvalid";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    protected void doValidate(String value, String inputHint, ValidationContext context, ValidatorConfig config) {
        try {
            Snils.parse(value);
        } catch (InvalidNumber invalid) {
            // Without the value: errors are logged.
            context.addError(new ValidationError(ID, inputHint, MESSAGE));
        }
    }

    @Override
    protected boolean isIgnoreEmptyValuesConfigured(ValidatorConfig config) {
        return true;
    }

    @Override
    public String getHelpText() {
        return "СНИЛС: 11 digits with the right check number";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
