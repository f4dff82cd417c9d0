package io.github.centrifugorpc.it.scenarios.library;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.slack.api.model.User;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.centrifugorpc.WebsocketRpc;
import java.util.Random;
import org.gitlab4j.api.models.MergeRequest;

/** Models of public libraries, straight from their jars: handed back, and made of random values. */
public final class LibraryModels {

    /** The same seed gives the same model. */
    public record Seed(int value) {}

    @WebsocketRpc("library.deployment")
    public Deployment deployment(Deployment params) {
        return params;
    }

    @WebsocketRpc("library.random_deployment")
    public Deployment randomDeployment(Seed params) throws ReflectiveOperationException {
        return random(Deployment.class, params);
    }

    @WebsocketRpc("library.http_event")
    public APIGatewayV2HTTPEvent httpEvent(APIGatewayV2HTTPEvent params) {
        return params;
    }

    @WebsocketRpc("library.random_http_event")
    public APIGatewayV2HTTPEvent randomHttpEvent(Seed params) throws ReflectiveOperationException {
        return random(APIGatewayV2HTTPEvent.class, params);
    }

    @WebsocketRpc("library.merge_request")
    public MergeRequest mergeRequest(MergeRequest params) {
        return params;
    }

    @WebsocketRpc("library.random_merge_request")
    public MergeRequest randomMergeRequest(Seed params) throws ReflectiveOperationException {
        return random(MergeRequest.class, params);
    }

    @WebsocketRpc("library.slack_user")
    public User slackUser(User params) {
        return params;
    }

    @WebsocketRpc("library.random_slack_user")
    public User randomSlackUser(Seed params) throws ReflectiveOperationException {
        return random(User.class, params);
    }

    private static <T> T random(Class<T> type, Seed seed) throws ReflectiveOperationException {
        return new RandomModel(new Random(seed.value())).of(type);
    }
}
