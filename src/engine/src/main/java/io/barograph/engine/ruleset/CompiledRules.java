package io.barograph.engine.ruleset;

import java.util.Map;

/** Loads the classes of one set of guardrails; they go when the model goes. */
final class CompiledRules extends ClassLoader {

    private final Map<String, byte[]> classes;

    /** @param classes class files by path, for example {@code rules/guardrails/Rules1F.class} */
    CompiledRules(Map<String, byte[]> classes) {
        super(CompiledRules.class.getClassLoader());
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
