// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace sightglass {

namespace {

using NameSet = std::set<std::string, std::less<>>;

struct SortKey
{
    enum class By : std::uint8_t
    {
        Name,
        Label
    };
    By by = By::Name;
    std::string label;
    SortOrder order = SortOrder::Ascending;
};

/// Which columns, in which order, by which names. Every part may be left out.
struct OrganizeOptions
{
    NameSet include; ///< empty: all
    NameSet exclude;
    std::map<std::string, double> indexByName;
    std::map<std::string, std::string> renameByName;
    enum class Order : std::uint8_t
    {
        ByIndex,
        BySortKeys
    };
    Order order = Order::ByIndex;
    std::vector<SortKey> sortKeys;
};

NameSet readNames(OptionReader &options, std::string_view member)
{
    NameSet names;
    const nlohmann::json *object = options.value(member);
    if (object == nullptr)
        return names;
    if (!object->is_object()) {
        options.loss(member, "expected an object");
        return names;
    }
    for (const auto &[name, value] : object->items()) {
        // JavaScript's truth: Grafana asks for no more.
        const bool set =
            value.is_boolean() ? value.get<bool>() : !value.is_null() && value != 0 && value != "";
        if (set)
            names.insert(name);
    }
    return names;
}

void readIndices(OptionReader &options, OrganizeOptions &organize)
{
    OptionReader indices = options.object("indexByName");
    const nlohmann::json *object = options.value("indexByName");
    if (object == nullptr || !object->is_object())
        return;
    for (const auto &[name, value] : object->items()) {
        if (value.is_number())
            organize.indexByName.emplace(name, value.get<double>());
        else if (!value.is_null())
            indices.loss(name, "expected a number");
    }
}

void readNewNames(OptionReader &options, OrganizeOptions &organize)
{
    OptionReader names = options.object("renameByName");
    const nlohmann::json *object = options.value("renameByName");
    if (object == nullptr || !object->is_object())
        return;
    for (const auto &[name, value] : object->items()) {
        if (value.is_string())
            organize.renameByName.emplace(name, value.get<std::string>());
        else if (!value.is_null())
            names.loss(name, "expected a text");
    }
}

void readSortKeys(OptionReader &options, OrganizeOptions &organize)
{
    static constexpr OptionWord<OrganizeOptions::Order> orders[]{
        {"manual", OrganizeOptions::Order::ByIndex}, {"auto", OrganizeOptions::Order::BySortKeys}};
    static constexpr OptionWord<SortKey::By> types[]{{"name", SortKey::By::Name},
                                                     {"label", SortKey::By::Label}};
    organize.order = options.word<OrganizeOptions::Order>("orderByMode", orders, organize.order);
    for (OptionReader &item : options.objects("orderBy")) {
        SortKey key;
        key.by = item.word<SortKey::By>("type", types, SortKey::By::Name);
        key.label = item.text("name");
        key.order = item.flag("desc") ? SortOrder::Descending : SortOrder::Ascending;
        item.finish();
        organize.sortKeys.push_back(std::move(key));
    }
}

/// A column under way: its place in the frame and the name by which it was called at the beginning.
struct Column
{
    std::size_t field;
    const std::string *name;
};

int compared(const Field &a, const Field &b, const SortKey &key)
{
    const bool byName = key.by == SortKey::By::Name;
    const std::string_view textA = byName ? std::string_view(a.name) : a.labels.value(key.label);
    const std::string_view textB = byName ? std::string_view(b.name) : b.labels.value(key.label);
    const int order = compareTexts(textA, textB, DigitRuns::AsNumbers);
    return key.order == SortOrder::Ascending ? order : -order;
}

void sortByKeys(std::vector<Column> &columns, const Frame &frame, const std::vector<SortKey> &keys)
{
    std::stable_sort(columns.begin(), columns.end(), [&frame, &keys](const Column &a, const Column &b) {
        const Field &fieldA = frame.fields[a.field];
        const Field &fieldB = frame.fields[b.field];
        const bool timeA = fieldA.type == FieldType::Time;
        if (timeA || fieldB.type == FieldType::Time)
            return timeA && fieldB.type != FieldType::Time; // the time stays in front
        for (const SortKey &key : keys) {
            if (const int order = compared(fieldA, fieldB, key); order != 0)
                return order < 0;
        }
        return false;
    });
}

void sortByIndex(std::vector<Column> &columns, const std::map<std::string, double> &indexByName)
{
    const auto indexOf = [&indexByName](const Column &column) {
        const auto found = indexByName.find(*column.name);
        return found == indexByName.end() ? std::numeric_limits<double>::infinity() : found->second;
    };
    std::stable_sort(columns.begin(), columns.end(),
                     [&indexOf](const Column &a, const Column &b) { return indexOf(a) < indexOf(b); });
}

std::vector<Column> chosenColumns(const Frame &frame, const std::vector<std::string> &names,
                                  const OrganizeOptions &options)
{
    std::vector<Column> columns;
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        const auto among = [&frame, &names, i](const NameSet &set) {
            return set.contains(names[i]) || set.contains(frame.fields[i].name);
        };
        if (!among(options.exclude) && (options.include.empty() || among(options.include)))
            columns.push_back({i, &names[i]});
    }
    return columns;
}

std::vector<Frame> organize(std::vector<Frame> frames, const OrganizeOptions &options,
                            TransformContext &context)
{
    // Names are those of the beginning: "Time 1" stays "Time 1" when "Time 2" is gone.
    const FieldNames names(frames);
    const bool filters = !options.include.empty() || !options.exclude.empty();
    std::vector<Frame> organized;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        Frame &frame = frames[f];
        std::vector<Column> columns = chosenColumns(frame, names.of(f), options);
        if (columns.empty() && filters)
            continue;
        if (options.order == OrganizeOptions::Order::BySortKeys)
            sortByKeys(columns, frame, options.sortKeys);
        else
            sortByIndex(columns, options.indexByName);
        std::vector<Field> fields;
        fields.reserve(columns.size());
        for (const Column &column : columns) {
            fields.push_back(std::move(frame.fields[column.field]));
            const auto renamed = options.renameByName.find(*column.name);
            if (renamed != options.renameByName.end() && !renamed->second.empty())
                fields.back().config.displayName = context.text(renamed->second);
        }
        frame.fields = std::move(fields);
        organized.push_back(std::move(frame));
    }
    return organized;
}

} // namespace

TransformationPtr makeOrganize(OptionReader &options)
{
    OrganizeOptions organizing;
    organizing.include = readNames(options, "includeByName");
    organizing.exclude = readNames(options, "excludeByName");
    readIndices(options, organizing);
    readNewNames(options, organizing);
    readSortKeys(options, organizing);
    return makeTransformation(std::move(organizing), organize);
}

TransformationPtr makeOrder(OptionReader &options)
{
    OrganizeOptions organizing;
    readIndices(options, organizing);
    readSortKeys(options, organizing);
    return makeTransformation(std::move(organizing), organize);
}

TransformationPtr makeRename(OptionReader &options)
{
    OrganizeOptions organizing;
    readNewNames(options, organizing);
    return makeTransformation(std::move(organizing), organize);
}

} // namespace sightglass
