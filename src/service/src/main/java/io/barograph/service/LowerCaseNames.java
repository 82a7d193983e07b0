package io.barograph.service;

import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Parameters name constants in lower case, and in no other way. */
@Configuration(proxyBeanMethods = false)
@SuppressWarnings("rawtypes") // a factory for all enums knows none of them
class LowerCaseNames implements WebMvcConfigurer, ConverterFactory<String, Enum> {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(this);
    }

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return text -> constant(type, text);
    }

    private static <T extends Enum> T constant(Class<T> type, String text) {
        for (T constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(text);
    }
}
