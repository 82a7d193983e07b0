package io.barograph.service.problems;

import io.barograph.engine.text.Names;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses query parameters that a call does not have: a mistyped one would be ignored, and the answer be another. And
 * parameters that no text can be.
 */
@Component
final class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**", "/audit", "/models/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        refuseNoCharacters(request);
        Set<String> sent = request.getParameterMap().keySet();
        if (!sent.isEmpty() && handler instanceof HandlerMethod call) {
            List<String> known = parameters(call);
            for (String name : sent) {
                if (!known.contains(name)) {
                    throw unknown(name, known);
                }
            }
        }
        return true;
    }

    /** No text of a record holds U+0000, and not every database can be asked for it. */
    private static void refuseNoCharacters(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                refuseNoCharacters("`" + name + "`", value);
            }
        });
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path) {
            path.values().forEach(value -> refuseNoCharacters("the path", String.valueOf(value)));
        }
    }

    private static void refuseNoCharacters(String place, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST, place + " holds `%00`, which is no character; leave it out");
        }
    }

    private static List<String> parameters(HandlerMethod call) {
        List<String> names = new ArrayList<>();
        for (MethodParameter parameter : call.getMethodParameters()) {
            if (parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(
                        annotation.name().isEmpty()
                                ? call.getMethod()
                                        .getParameters()[parameter.getParameterIndex()]
                                        .getName()
                                : annotation.name());
            }
        }
        return names;
    }

    private static Problem unknown(String name, List<String> known) {
        String otherwise =
                known.isEmpty() ? "; this call has none" : "; this call has `" + String.join("`, `", known) + "`";
        return new Problem(
                ProblemType.MALFORMED_REQUEST,
                "unknown query parameter `" + name + "`"
                        + Names.closest(name, known)
                                .map(close -> "; did you mean `" + close + "`?")
                                .orElse(otherwise));
    }
}
