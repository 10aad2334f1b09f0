// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/rulefile.h"
#include "parser/config/yamldocument.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

enum class UnknownFields : bool
{
    Refused,
    Ignored
};

/// Reads YAML as Go's yaml.v3 does with known fields, and collects all errors instead of stopping at the
/// first: a value that is refused leaves its target as it was. What a mapping writes itself wins over what it
/// merges by "<<".
class StrictReading
{
public:
    explicit StrictReading(UnknownFields unknown)
        : m_unknown(unknown)
    {}

    using FieldTaker = std::function<bool(std::string_view key, const YamlNode &value)>;
    using EntryReader = std::function<void(const YamlNode &key, const YamlNode &value)>;
    using ItemReader = std::function<void(const YamlNode &item)>;

    /// A mapping with known keys, the others refused with the type's name in Prometheus' sources. Nothing for
    /// null.
    void fields(const YamlNode &node, std::string_view type, const FieldTaker &take);
    /// A mapping with any keys of text. Nothing for null.
    void entries(const YamlNode &node, std::string_view type, const EntryReader &read);
    /// A list. Null items count for nothing, as there.
    void items(const YamlNode &node, std::string_view type, const ItemReader &read);

    void text(const YamlNode &node, Written<std::string> &target);
    void duration(const YamlNode &node, Written<std::int64_t> &target); ///< milliseconds
    void integer(const YamlNode &node, Written<std::int64_t> &target);
    void number(const YamlNode &node, Written<double> &target);
    void flag(const YamlNode &node, Written<bool> &target);
    /// A mapping of texts, sorted by name.
    void labels(const YamlNode &node, std::vector<WrittenLabel> &target);

    void refuse(ErrorCode code, SourcePosition position, std::string text);

    [[nodiscard]] bool failed() const { return !m_errors.empty(); }
    /// In the order in which they were found: the file's, but for what aliases name.
    [[nodiscard]] const std::vector<Error> &errors() const { return m_errors; }

private:
    struct Entry
    {
        const YamlNode *key;
        const YamlNode *value;
    };

    /// What it writes, in the file's order, then what it merges; nothing where a key is written twice.
    [[nodiscard]] std::vector<Entry> resolved(const YamlNode &mapping);
    void merge(const YamlNode &value, std::vector<Entry> &entries);
    [[nodiscard]] bool isMapping(const YamlNode &node, std::string_view type);
    template<typename T, typename Read>
    void scalar(const YamlNode &node, Written<T> &target, Read read);

    const UnknownFields m_unknown;
    std::vector<Error> m_errors;
};

} // namespace sightglass
