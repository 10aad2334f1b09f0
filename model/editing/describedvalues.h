// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/fieldlister.h"
#include "model/editing/jsonplaces.h"
#include "model/grafana/features.h"
#include "model/grafana/fieldsink.h"
#include "model/grafana/fieldsource.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What forms need of a struct that a description reads and writes: its fields, its values as JSON, and the
/// way back.
namespace sightglass::grafana {

inline constexpr std::size_t mostDescribedLosses = 100;

template<typename Io, typename T>
void describeAny(Io &io, T &value)
{
    if constexpr (requires { describeOptions(io, value); })
        describeOptions(io, value);
    else
        describe(io, value);
}

/// Fields with keys "set:pointer".
template<typename T>
[[nodiscard]] std::vector<OptionField> describedFields(std::string set, T value = {})
{
    std::vector<OptionField> fields;
    FieldLister lister({}, fields, std::move(set));
    describeAny(lister, value);
    return fields;
}

template<typename T>
[[nodiscard]] OrderedJson describedJson(const T &value)
{
    OrderedJson json = OrderedJson::object();
    FieldSink sink(json);
    T copy = value;
    describeAny(sink, copy);
    return json;
}

/// Known and not drawn here: no form offers it.
[[nodiscard]] inline bool isNotDrawn(const std::string &path)
{
    const Feature *feature = featureAt(path);
    return feature != nullptr && feature->honour == Honour::NotDrawn;
}

/// Reads all of it again; what was not understood. What is understood and not drawn is.
template<typename T>
[[nodiscard]] std::vector<std::string> describedLosses(const OrderedJson &written, const std::string &path,
                                                       T &value)
{
    const Json json = written;
    ImportNotes notes({}, mostDescribedLosses, Strictness::NoStrangers);
    FieldSource source(json, {{}, path}, notes);
    describeAny(source, value);
    source.finish();
    std::vector<std::string> losses;
    for (const ImportLoss &loss : notes.take()) {
        if (!isNotDrawn(loss.feature))
            losses.push_back(loss.feature);
    }
    return losses;
}

template<typename T>
[[nodiscard]] bool readDescribed(const OrderedJson &written, const std::string &path, T &value)
{
    return describedLosses(written, path, value).empty();
}

} // namespace sightglass::grafana
