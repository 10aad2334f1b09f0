// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/jsvalue.h"
#include "model/transform/cellvalue.h"
#include "model/transform/makers.h"
#include "model/transform/rowgroups.h"

#include <algorithm>
#include <unordered_map>

namespace sightglass {

namespace {

struct PartitionOptions
{
    enum class Naming : std::uint8_t
    {
        Labels, ///< the values become labels of the fields
        Frame   ///< the values become the frame's name
    };
    enum class Keys : std::uint8_t
    {
        Dropped,
        Kept
    };
    std::vector<std::string> fields;
    Naming naming = Naming::Labels;
    Keys keys = Keys::Dropped;
    bool append = false;
    bool withNames = false;
    std::string separator1 = "=";
    std::string separator2 = " ";
};

/// The groups ordered by their first key's values in order of appearance, then the second's, and so on.
std::vector<std::vector<std::size_t>> partitions(const Frame &frame, const std::vector<std::size_t> &keys)
{
    std::vector<std::vector<std::size_t>> groups = groupedRows(frame, keys);
    std::vector<std::pair<std::vector<std::size_t>, std::size_t>> order;
    std::vector<std::unordered_map<std::string, std::size_t>> ranks(keys.size());
    for (std::size_t group = 0; group < groups.size(); ++group) {
        std::vector<std::size_t> rank;
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const std::string text = templateText(cellAt(frame.fields[keys[k]], groups[group].front()));
            rank.push_back(ranks[k].emplace(text, ranks[k].size()).first->second);
        }
        order.emplace_back(std::move(rank), group);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::vector<std::size_t>> result;
    for (const auto &[rank, group] : order)
        result.push_back(std::move(groups[group]));
    return result;
}

std::string partitionName(const Frame &frame, const std::vector<std::size_t> &keys, std::size_t row,
                          const PartitionOptions &options)
{
    std::string name = options.append ? frame.name : std::string();
    for (const std::size_t key : keys) {
        const bool first = key == keys.front();
        if (first && !name.empty())
            name += ' ';
        if (!first)
            name += options.separator2;
        if (options.withNames)
            name += frame.fields[key].name + options.separator1;
        name += templateText(cellAt(frame.fields[key], row));
    }
    return name;
}

void takeLabels(Frame &part, const Frame &frame, const std::vector<std::size_t> &keys, std::size_t row)
{
    for (Field &field : part.fields) {
        std::vector<Label> labels;
        for (const LabelView label : field.labels)
            labels.emplace_back(label);
        for (const std::size_t key : keys)
            labels.push_back({frame.fields[key].name, templateText(cellAt(frame.fields[key], row))});
        field.labels = Labels(std::move(labels));
    }
}

Frame partOf(const Frame &frame, const std::vector<std::size_t> &keys, const std::vector<std::size_t> &rows,
             const PartitionOptions &options)
{
    Frame part;
    part.name = options.naming == PartitionOptions::Naming::Labels
                    ? frame.name
                    : partitionName(frame, keys, rows.front(), options);
    part.refId = frame.refId;
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        const bool isKey = std::find(keys.begin(), keys.end(), i) != keys.end();
        if (!isKey || options.keys == PartitionOptions::Keys::Kept)
            part.fields.push_back(withRows(frame.fields[i], rows));
    }
    if (options.naming == PartitionOptions::Naming::Labels)
        takeLabels(part, frame, keys, rows.front());
    return part;
}

/// A name that somebody gave would be the same in all parts. It takes the place of the field's own while
/// names are made, so that they differ.
void nameApart(std::vector<Frame> &parts)
{
    std::vector<std::pair<Field *, std::string>> renamed;
    for (Frame &part : parts) {
        for (Field &field : part.fields) {
            const std::string given = field.config.displayName.value_or(field.legend);
            if (given.empty())
                continue;
            renamed.emplace_back(&field, field.name);
            field.name = given;
            field.legend.clear();
            field.config.displayName.reset();
        }
    }
    if (renamed.empty())
        return;
    const FieldNames names(parts);
    std::size_t next = 0;
    for (std::size_t f = 0; f < parts.size(); ++f) {
        for (std::size_t i = 0; i < parts[f].fields.size(); ++i) {
            Field &field = parts[f].fields[i];
            if (next == renamed.size() || renamed[next].first != &field)
                continue;
            field.name = renamed[next++].second;
            field.config.displayName = names.of(f, i);
        }
    }
}

std::vector<Frame> partitionByValues(std::vector<Frame> frames, const PartitionOptions &options,
                                     TransformContext &context)
{
    if (frames.empty() || options.fields.empty())
        return frames;
    const Frame &frame = frames.front();
    const FieldNames names(frames);
    const FieldSelector selects = fieldSelector(FieldMatching::byNames(options.fields), context);
    const std::vector<std::size_t> keys = selectedFields(frame, names.of(0), selects);
    if (keys.empty())
        return {frame};
    std::vector<std::vector<std::size_t>> groups = partitions(frame, keys);
    const std::size_t columns = std::max<std::size_t>(frame.fields.size(), 1);
    groups.resize(std::min(groups.size(), context.columnsWithin(groups.size() * columns) / columns));
    std::vector<Frame> parts;
    for (const std::vector<std::size_t> &rows : groups)
        parts.push_back(partOf(frame, keys, rows, options));
    nameApart(parts);
    return parts;
}

} // namespace

TransformationPtr makePartitionByValues(OptionReader &options)
{
    PartitionOptions partitioning;
    partitioning.fields = options.texts("fields");
    partitioning.keys =
        options.flag("keepFields") ? PartitionOptions::Keys::Kept : PartitionOptions::Keys::Dropped;
    OptionReader naming = options.object("naming");
    partitioning.naming =
        naming.flag("asLabels", true) ? PartitionOptions::Naming::Labels : PartitionOptions::Naming::Frame;
    partitioning.append = naming.flag("append");
    partitioning.withNames = naming.flag("withNames");
    partitioning.separator1 = naming.text("separator1", "=");
    partitioning.separator2 = naming.text("separator2", " ");
    naming.finish();
    return makeTransformation(std::move(partitioning), partitionByValues);
}

} // namespace sightglass
