package io.barograph.testkit.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON read by recursive descent: objects as sorted maps, arrays as lists, strings as Strings; numbers, booleans and null as
 * the {@link Literal} they are written as.
 */
final class ReferenceJson {

    /** What is neither a string nor holds anything. */
    record Literal(String text) {}

    private final String json;
    private int at;

    private ReferenceJson(String json) {
        this.json = json;
    }

    /** @throws ReferenceNote.Refused when it is not one value of JSON and nothing else */
    static Object parse(String json) throws ReferenceNote.Refused {
        ReferenceJson parser = new ReferenceJson(json);
        try {
            Object value = parser.value();
            if (parser.at != json.length()) {
                throw new ReferenceNote.Refused("more follows the value");
            }
            return value;
        } catch (StringIndexOutOfBoundsException e) {
            throw new ReferenceNote.Refused("the value is cut off");
        }
    }

    private Object value() throws ReferenceNote.Refused {
        char first = json.charAt(at);
        if (first == '{') {
            return object();
        }
        if (first == '[') {
            return array();
        }
        if (first == '"') {
            return string();
        }
        int start = at;
        while (at < json.length() && "-+.0123456789eEtrufalsn".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        String text = json.substring(start, at);
        if (!text.matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
            throw new ReferenceNote.Refused("not JSON: " + text);
        }
        return new Literal(text);
    }

    private Map<String, Object> object() throws ReferenceNote.Refused {
        Map<String, Object> members = new TreeMap<>();
        at++;
        if (json.charAt(at) == '}') {
            at++;
            return members;
        }
        while (true) {
            String name = string();
            take(':');
            if (members.put(name, value()) != null) {
                throw new ReferenceNote.Refused("a member stands twice: " + name);
            }
            if (json.charAt(at) != ',') {
                take('}');
                return members;
            }
            at++;
        }
    }

    private List<Object> array() throws ReferenceNote.Refused {
        List<Object> items = new ArrayList<>();
        at++;
        if (json.charAt(at) == ']') {
            at++;
            return items;
        }
        while (true) {
            items.add(value());
            if (json.charAt(at) != ',') {
                take(']');
                return items;
            }
            at++;
        }
    }

    private String string() throws ReferenceNote.Refused {
        take('"');
        StringBuilder text = new StringBuilder();
        while (json.charAt(at) != '"') {
            char next = json.charAt(at++);
            if (next < ' ') {
                throw new ReferenceNote.Refused("a control character in a string");
            }
            text.append(next == '\\' ? escaped() : next);
        }
        at++;
        return text.toString();
    }

    private char escaped() throws ReferenceNote.Refused {
        char kind = json.charAt(at++);
        if (kind == 'u') {
            String digits = json.substring(at, at + 4);
            if (!digits.matches("[0-9a-fA-F]{4}")) {
                throw new ReferenceNote.Refused("not an escape: " + digits);
            }
            at += 4;
            return (char) Integer.parseInt(digits, 16);
        }
        int known = "\"\\/bfnrt".indexOf(kind);
        if (known < 0) {
            throw new ReferenceNote.Refused("not an escape: " + kind);
        }
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private void take(char expected) throws ReferenceNote.Refused {
        if (json.charAt(at) != expected) {
            throw new ReferenceNote.Refused("not JSON where `" + expected + "` should be");
        }
        at++;
    }

    /** RFC 8785, of values whose numbers are whole. */
    static String canonical(Object value) {
        if (value instanceof Map<?, ?> members) {
            List<String> written = new ArrayList<>();
            members.forEach((name, member) -> written.add(canonical(name) + ":" + canonical(member)));
            return "{" + String.join(",", written) + "}";
        }
        if (value instanceof List<?> items) {
            return "["
                    + String.join(
                            ",", items.stream().map(ReferenceJson::canonical).toList()) + "]";
        }
        if (value instanceof Literal literal) {
            return literal.text();
        }
        StringBuilder text = new StringBuilder("\"");
        for (char c : ((String) value).toCharArray()) {
            int escape = "\b\t\n\f\r\"\\".indexOf(c);
            if (escape >= 0) {
                text.append('\\').append("btnfr\"\\".charAt(escape));
            } else {
                text.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return text.append('"').toString();
    }
}
