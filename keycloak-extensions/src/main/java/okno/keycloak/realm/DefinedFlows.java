package okno.keycloak.realm;

import static okno.keycloak.realm.ApplyDefinition.orEmpty;

import jakarta.ws.rs.BadRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * Flows are made anew when anything about them has changed, and only then: a log-in that is under way knows its place in
 * the flow by ids, and has to begin again.
 */
final class DefinedFlows {

    static final String APPLIED = "okno.definition.flows";

    private final RealmModel realm;

    DefinedFlows(RealmModel realm) {
        this.realm = realm;
    }

    /** @return by what these flows are recognised the next time */
    String apply(RealmRepresentation wanted) {
        String digest = digest(wanted);
        if (!digest.equals(realm.getAttribute(APPLIED))) {
            List<AuthenticationFlowModel> old = own();
            Map<String, AuthenticationFlowModel> added = add(wanted);
            realm.setBrowserFlow(named(added, wanted.getBrowserFlow(), DefaultAuthenticationFlows.BROWSER_FLOW));
            realm.setResetCredentialsFlow(
                    named(added, wanted.getResetCredentialsFlow(), DefaultAuthenticationFlows.RESET_CREDENTIALS_FLOW));
            remove(old);
            // Bound by now; a look-up by name would still find what was removed in this transaction.
            wanted.setBrowserFlow(null);
            wanted.setResetCredentialsFlow(null);
        }
        return digest;
    }

    private AuthenticationFlowModel named(
            Map<String, AuthenticationFlowModel> added, @Nullable String name, String otherwise) {
        AuthenticationFlowModel flow = name == null ? null : added.get(name);
        return flow == null ? realm.getFlowByAlias(name == null ? otherwise : name) : flow;
    }

    /** All that are not Keycloak's: those of an older definition, too. */
    private List<AuthenticationFlowModel> own() {
        List<AuthenticationFlowModel> own = new ArrayList<>();
        realm.getAuthenticationFlowsStream()
                .filter(AuthenticationFlowModel::isTopLevel)
                .filter(flow -> !flow.isBuiltIn())
                .toList()
                .forEach(flow -> collect(flow, own));
        return own;
    }

    private void remove(List<AuthenticationFlowModel> flows) {
        List<AuthenticationExecutionModel> steps = flows.stream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .toList();
        steps.forEach(realm::removeAuthenticatorExecution);
        flows.forEach(realm::removeAuthenticationFlow);
        steps.stream()
                .flatMap(step -> Optional.ofNullable(step.getAuthenticatorConfig()).stream())
                .distinct()
                .map(realm::getAuthenticatorConfigById)
                .filter(Objects::nonNull)
                .forEach(realm::removeAuthenticatorConfig);
    }

    /** All flows before the first step: a step may name a flow that comes later. */
    private Map<String, AuthenticationFlowModel> add(RealmRepresentation wanted) {
        Map<String, String> configs = new HashMap<>();
        orEmpty(wanted.getAuthenticatorConfig())
                .forEach(config -> configs.put(
                        config.getAlias(),
                        realm.addAuthenticatorConfig(RepresentationToModel.toModel(config))
                                .getId()));
        Map<String, AuthenticationFlowModel> flows = new HashMap<>();
        orEmpty(wanted.getAuthenticationFlows())
                .forEach(flow ->
                        flows.put(flow.getAlias(), realm.addAuthenticationFlow(RepresentationToModel.toModel(flow))));
        orEmpty(wanted.getAuthenticationFlows())
                .forEach(flow -> flow.getAuthenticationExecutions().forEach(step -> {
                    AuthenticationExecutionModel model = step(step);
                    model.setParentFlow(id(flows, flow.getAlias()));
                    if (step.getFlowAlias() != null) {
                        model.setFlowId(id(flows, step.getFlowAlias()));
                    }
                    if (step.getAuthenticatorConfig() != null) {
                        model.setAuthenticatorConfig(configs.get(step.getAuthenticatorConfig()));
                    }
                    realm.addAuthenticatorExecution(model);
                }));
        return flows;
    }

    private static String id(Map<String, AuthenticationFlowModel> flows, String alias) {
        AuthenticationFlowModel flow = flows.get(alias);
        if (flow == null) {
            throw new BadRequestException("The definition has no flow " + alias);
        }
        return flow.getId();
    }

    private static AuthenticationExecutionModel step(AuthenticationExecutionExportRepresentation wanted) {
        AuthenticationExecutionModel step = new AuthenticationExecutionModel();
        step.setAuthenticator(wanted.getAuthenticator());
        step.setAuthenticatorFlow(wanted.isAuthenticatorFlow());
        step.setPriority(wanted.getPriority());
        step.setRequirement(AuthenticationExecutionModel.Requirement.valueOf(wanted.getRequirement()));
        return step;
    }

    private void collect(AuthenticationFlowModel flow, List<AuthenticationFlowModel> found) {
        found.add(flow);
        realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(step -> step.getFlowId() != null)
                .map(step -> realm.getAuthenticationFlowById(step.getFlowId()))
                .toList()
                .forEach(part -> collect(part, found));
    }

    private record Flows(
            List<AuthenticationFlowRepresentation> flows,
            List<AuthenticatorConfigRepresentation> configs,
            String browser,
            String recovery) {}

    private static String digest(RealmRepresentation wanted) {
        try {
            return Digest.of(JsonSerialization.writeValueAsString(new Flows(
                    orEmpty(wanted.getAuthenticationFlows()),
                    orEmpty(wanted.getAuthenticatorConfig()),
                    String.valueOf(wanted.getBrowserFlow()),
                    String.valueOf(wanted.getResetCredentialsFlow()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
