package io.barograph.service.decisions;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Looks at the segments of every call of the API, and of the pages about accounts. */
@Configuration(proxyBeanMethods = false)
class SegmentLimitsOnCalls implements WebMvcConfigurer {

    private final SegmentLimits limits;

    SegmentLimitsOnCalls(SegmentLimits limits) {
        this.limits = limits;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(limits).addPathPatterns("/api/**", "/accounts/**");
    }
}
