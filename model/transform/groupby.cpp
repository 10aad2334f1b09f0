// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/makers.h"
#include "model/transform/rowgroups.h"

#include <algorithm>

namespace sightglass {

namespace {

struct GroupByOptions
{
    std::vector<GroupRule> rules;
};

std::vector<Frame> groupBy(std::vector<Frame> frames, const GroupByOptions &options,
                           TransformContext &context)
{
    const bool groups = std::any_of(options.rules.begin(), options.rules.end(), [](const GroupRule &rule) {
        return rule.operation == GroupRule::Operation::GroupBy;
    });
    if (!groups)
        return frames;
    const FieldNames names(frames);
    std::vector<Frame> grouped;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        if (auto frame = groupedFrame(frames[f], names.of(f), options.rules, context))
            grouped.push_back(std::move(*frame));
    }
    return grouped;
}

} // namespace

TransformationPtr makeGroupBy(OptionReader &options)
{
    return makeTransformation(GroupByOptions{readGroupFields(options)}, groupBy);
}

TransformationPtr makeGroupToNestedTable(OptionReader &options)
{
    GroupByOptions grouping;
    grouping.rules = readGroupFields(options);
    if (options.has("rules"))
        grouping.rules.clear();
    for (OptionReader &item : options.objects("rules")) {
        GroupRule rule = readGroupRule(item);
        rule.fields = FieldMatching::read(item.object("matcher"));
        item.finish();
        grouping.rules.push_back(std::move(rule));
    }
    options.ignore({"showSubframeHeaders"});
    options.loss("the rows of each group are not shown below it, only the groups");
    return makeTransformation(std::move(grouping), groupBy);
}

} // namespace sightglass
