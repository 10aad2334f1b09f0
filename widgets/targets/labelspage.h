// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/targets/targetpage.h"

namespace sightglass {

class PairsEdit;

/// Further labels of every sample.
class LabelsPage : public TargetPage
{
    Q_OBJECT

public:
    explicit LabelsPage(const TargetConfig &config, QWidget *parent = nullptr);

    void apply(TargetEdit &edit) const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isUsed(const TargetConfig &config) const override;

private:
    PairsEdit *m_labels;
};

} // namespace sightglass
