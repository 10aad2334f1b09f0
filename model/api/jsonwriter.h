// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sightglass {

/// Writes JSON piece by piece onto the end of a string, commas included, without a tree in between: results
/// of queries are large. Well-formedness is the caller's: every begin has its end, every key its value.
///
/// Strings come out as Go's encoding/json writes them: <, > and & escaped too, bytes that are not UTF-8
/// replaced by U+FFFD.
class JsonWriter
{
public:
    /// Beyond `maxBytes` of the whole string nothing more is written, and full() says so: what there is then
    /// must be thrown away. `out` outlives this.
    JsonWriter(std::string &out, std::size_t maxBytes);

    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(std::string_view name);

    void string(std::string_view text);
    void integer(std::int64_t value);
    /// A JSON number; what JSON has no number for is 0.
    void real(double value);
    void boolean(bool value) { literal(value ? "true" : "false"); }
    void null() { literal("null"); }
    /// JSON as it is, or a number's text.
    void literal(std::string_view json);

    void member(std::string_view name, std::string_view text)
    {
        key(name);
        string(text);
    }

    /// The limit was reached. Long loops look now and then and end.
    [[nodiscard]] bool full() const noexcept { return m_full; }
    /// For what must still go behind a text that is not full.
    void setLimit(std::size_t maxBytes) noexcept { m_maxBytes = maxBytes; }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void put(std::string_view text);
    void putQuoted(std::string_view text);
    std::size_t putEscaped(std::string_view rest);

    std::string &m_out;
    std::size_t m_maxBytes;
    bool m_needsComma = false;
    bool m_full = false;
};

} // namespace sightglass
