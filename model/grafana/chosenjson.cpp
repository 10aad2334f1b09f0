// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/chosenjson.h"

namespace sightglass::grafana {

namespace {

std::vector<std::string> textsOf(const Json *json)
{
    std::vector<std::string> texts;
    if (json == nullptr || json->is_null())
        return texts;
    if (!json->is_array())
        return {scalarText(json)};
    for (const Json &item : *json)
        texts.push_back(scalarText(&item));
    return texts;
}

} // namespace

std::vector<VariableOption> readChosen(const Json &current)
{
    const std::vector<std::string> values = textsOf(find(current, "value"));
    const std::vector<std::string> texts = textsOf(find(current, "text"));
    std::vector<VariableOption> chosen;
    for (std::size_t i = 0; i < values.size(); ++i)
        chosen.push_back({i < texts.size() ? texts[i] : values[i], values[i]});
    return chosen;
}

OrderedJson chosenJson(const VariableSpec &variable)
{
    OrderedJson texts = OrderedJson::array();
    OrderedJson values = OrderedJson::array();
    for (const VariableOption &option : variable.current) {
        texts.push_back(option.text);
        values.push_back(option.value);
    }
    const bool single = !variable.multi && variable.current.size() == 1;
    return {{"text", single ? texts.front() : texts}, {"value", single ? values.front() : values}};
}

} // namespace sightglass::grafana
