// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/transform/optionreader.h"
#include "model/transform/transformation.h"

#include <memory>
#include <utility>
#include <vector>

namespace sightglass {

/// A transformation that is a function of its options.
template<typename Options>
class OptionsTransformation final : public Transformation
{
public:
    using Function = std::vector<Frame> (*)(std::vector<Frame>, const Options &, TransformContext &);

    OptionsTransformation(Options options, Function function)
        : m_options(std::move(options))
        , m_function(function)
    {}

    [[nodiscard]] std::vector<Frame> apply(std::vector<Frame> frames,
                                           TransformContext &context) const override
    {
        return m_function(std::move(frames), m_options, context);
    }

private:
    Options m_options;
    Function m_function;
};

using TransformationPtr = std::unique_ptr<Transformation>;

template<typename Options>
[[nodiscard]] TransformationPtr makeTransformation(Options options,
                                                   typename OptionsTransformation<Options>::Function function)
{
    return std::make_unique<OptionsTransformation<Options>>(std::move(options), function);
}

// One for each family of ids in the registry: they read the options and name those that they do not honour,
// but for members that nobody asks for, which the registry names.
[[nodiscard]] TransformationPtr makeAppend(OptionReader &options);
[[nodiscard]] TransformationPtr makeCalculateField(OptionReader &options);
[[nodiscard]] TransformationPtr makeConcatenate(OptionReader &options);
[[nodiscard]] TransformationPtr makeConfigFromData(OptionReader &options);
[[nodiscard]] TransformationPtr makeConvertFieldType(OptionReader &options);
[[nodiscard]] TransformationPtr makeEnsureColumns(OptionReader &options);
[[nodiscard]] TransformationPtr makeExtractFields(OptionReader &options);
[[nodiscard]] TransformationPtr makeFilterByRefId(OptionReader &options);
[[nodiscard]] TransformationPtr makeFilterByValue(OptionReader &options);
[[nodiscard]] TransformationPtr makeFilterFields(OptionReader &options);
[[nodiscard]] TransformationPtr makeFilterFieldsByName(OptionReader &options);
[[nodiscard]] TransformationPtr makeFilterFrames(OptionReader &options);
[[nodiscard]] TransformationPtr makeFormatString(OptionReader &options);
[[nodiscard]] TransformationPtr makeFormatTime(OptionReader &options);
[[nodiscard]] TransformationPtr makeGroupBy(OptionReader &options);
[[nodiscard]] TransformationPtr makeGroupToNestedTable(OptionReader &options);
[[nodiscard]] TransformationPtr makeGroupingToMatrix(OptionReader &options);
[[nodiscard]] TransformationPtr makeHeatmap(OptionReader &options);
[[nodiscard]] TransformationPtr makeHistogram(OptionReader &options);
[[nodiscard]] TransformationPtr makeJoinByField(OptionReader &options);
[[nodiscard]] TransformationPtr makeJoinByLabels(OptionReader &options);
[[nodiscard]] TransformationPtr makeLabelsToFields(OptionReader &options);
[[nodiscard]] TransformationPtr makeLimit(OptionReader &options);
[[nodiscard]] TransformationPtr makeMerge(OptionReader &options);
[[nodiscard]] TransformationPtr makeNoop(OptionReader &options);
[[nodiscard]] TransformationPtr makeOrder(OptionReader &options);
[[nodiscard]] TransformationPtr makeOrganize(OptionReader &options);
[[nodiscard]] TransformationPtr makePartitionByValues(OptionReader &options);
[[nodiscard]] TransformationPtr makePrepareTimeSeries(OptionReader &options);
[[nodiscard]] TransformationPtr makeReduce(OptionReader &options);
[[nodiscard]] TransformationPtr makeRegression(OptionReader &options);
[[nodiscard]] TransformationPtr makeRename(OptionReader &options);
[[nodiscard]] TransformationPtr makeRenameByRegex(OptionReader &options);
[[nodiscard]] TransformationPtr makeRowsToFields(OptionReader &options);
[[nodiscard]] TransformationPtr makeSeriesToRows(OptionReader &options);
[[nodiscard]] TransformationPtr makeSortBy(OptionReader &options);
[[nodiscard]] TransformationPtr makeTimeSeriesTable(OptionReader &options);
[[nodiscard]] TransformationPtr makeTranspose(OptionReader &options);

} // namespace sightglass
