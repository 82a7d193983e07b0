package io.barograph.service.apidocs;

import io.barograph.service.problems.ProblemType;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Adds to what the controllers say of themselves: the documents they exchange, and the problems any call may end in. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "application/problem+json";

    @Bean
    OpenApiCustomizer description(@Value("classpath:openapi/components.yaml") Resource file) {
        return api -> describe(api, components(file));
    }

    private static Components components(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return Yaml31.mapper().readValue(in, OpenAPI.class).getComponents();
        } catch (IOException e) {
            throw new IllegalStateException("the description of the API cannot be read", e);
        }
    }

    private static void describe(OpenAPI api, Components documents) {
        api.info(new Info()
                .title("Barograph")
                .version("1")
                .description("Health decisions about customer accounts, each explained and kept.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        api.servers(List.of(new Server().url("/")));
        documents.getSchemas().forEach(api.getComponents()::addSchemas);
        documents.getExamples().forEach(api.getComponents()::addExamples);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(ApiDescription::addProblems);
    }

    private static void addProblems(Operation operation) {
        MediaType problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem. Types: " + types())
                                .content(new Content().addMediaType(PROBLEM, problem)));
    }

    private static String types() {
        return Arrays.stream(ProblemType.values())
                .map(type -> "`" + type.uri() + "`")
                .collect(Collectors.joining(", "));
    }
}
