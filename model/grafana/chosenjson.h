// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/fieldsource.h"
#include "model/variables/variablespec.h"

#include <vector>

namespace sightglass::grafana {

/// {value, text}: each a text, or a list of texts where several may be chosen.
[[nodiscard]] std::vector<VariableOption> readChosen(const Json &current);
[[nodiscard]] OrderedJson chosenJson(const VariableSpec &variable);

/// Whether the options of such a variable are its own, rather than made of its query.
[[nodiscard]] constexpr bool keepsOptions(VariableType type) noexcept
{
    return type == VariableType::Switch || type == VariableType::Snapshot;
}

template<typename Io>
void describeChosen(Io &io, VariableSpec &variable)
{
    if constexpr (Io::reading) {
        if (const Json *current = io.raw("current")) {
            variable.current = readChosen(*current);
            if (current->is_object())
                io.object("current", [](auto &in) {
                    static_cast<void>(in.raw("text"));
                    static_cast<void>(in.raw("value"));
                });
        }
    } else if (!variable.current.empty() || !Io::writing) {
        io.put("current", chosenJson(variable));
    }
    if (!keepsOptions(variable.type) && !(!Io::writing && !Io::reading))
        return;
    io.objects("options", variable.options, [](auto &in, VariableOption &option) {
        in.field("text", option.text, std::string());
        in.field("value", option.value, std::string());
    });
}

} // namespace sightglass::grafana
