// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/externallabels.h"

#include "parser/base/quoting.h"
#include "parser/config/configvalues.h"
#include "parser/config/labelnames.h"

#include <algorithm>
#include <cstddef>

namespace sightglass {
namespace {

bool isWord(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The shell's one-character variables.
bool isSpecial(char c)
{
    return std::string_view("*#$@!?-0123456789").find(c) != std::string_view::npos;
}

/// What follows a dollar sign, as Go's os.Expand reads it: a name and how many bytes it took. An empty name
/// with bytes is bad syntax, which vanishes; without, it was no variable.
struct Variable
{
    std::string_view name;
    std::size_t bytes = 0;
};

Variable variableAt(std::string_view text)
{
    if (text.empty())
        return {};
    if (text[0] != '{') {
        if (isSpecial(text[0]))
            return {text.substr(0, 1), 1};
        const auto *const end = std::find_if_not(text.begin(), text.end(), isWord);
        const auto length = static_cast<std::size_t>(end - text.begin());
        return {text.substr(0, length), length};
    }
    if (text.size() > 2 && isSpecial(text[1]) && text[2] == '}')
        return {text.substr(1, 1), 3};
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos)
        return {{}, 1};
    return {text.substr(1, close - 1), close + 1};
}

std::string valueOf(std::string_view name, SourcePosition place, ConfigReading &reading)
{
    if (name == "$")
        return "$";
    const std::string value = reading.environment(name).value_or(std::string());
    if (value.empty())
        reading.remark(place, ConfigLoss::EnvironmentVariable, name);
    return value;
}

std::string expanded(std::string_view text, SourcePosition place, ConfigReading &reading)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t dollar = std::min(text.find('$'), text.size());
        result += text.substr(0, dollar);
        text.remove_prefix(dollar);
        if (text.empty())
            break;
        const Variable variable = variableAt(text.substr(1));
        if (!variable.name.empty())
            result += valueOf(variable.name, place, reading);
        else if (variable.bytes == 0)
            result += '$';
        text.remove_prefix(1 + variable.bytes);
    }
    return result;
}

} // namespace

void readExternalLabels(const YamlNode &node, ExternalLabelsDraft &draft, ConfigReading &reading)
{
    draft.entries.clear();
    readMap(node, "map[string]string", reading,
            [&](std::string_view name, const YamlNode &key, const YamlNode &value) {
                auto &entry = draft.entries.emplace_back();
                entry.label.name = name;
                entry.namePosition = key.position;
                entry.valuePosition = value.position;
                readValue(value, entry.label.value, reading);
            });
}

std::vector<Label> finishedExternalLabels(const ExternalLabelsDraft &draft, NameValidation names,
                                          ConfigReading &reading)
{
    std::vector<Label> labels;
    const ConfigReading::Step step(reading, "external_labels");
    for (const auto &[label, namePosition, valuePosition] : draft.entries) {
        if (!isLabelName(label.name, names))
            reading.refuseValue(namePosition, goQuoted(label.name) + " is not a valid label name");
        const ConfigReading::Step inner(reading, label.name);
        labels.push_back({label.name, expanded(label.value, valuePosition, reading)});
    }
    std::sort(labels.begin(), labels.end());
    return labels;
}

} // namespace sightglass
