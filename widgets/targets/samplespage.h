// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/targets/targetpage.h"

#include <cstdint>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace sightglass {

/// What is asked for and how samples become series: labels and times, histograms, limits, formats.
class SamplesPage : public TargetPage
{
    Q_OBJECT

public:
    explicit SamplesPage(const TargetConfig &config, QWidget *parent = nullptr);

    void apply(TargetEdit &edit) const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isUsed(const TargetConfig &config) const override;

private:
    [[nodiscard]] QWidget *labelsBox();
    [[nodiscard]] QWidget *histogramsBox();
    [[nodiscard]] QWidget *limitsBox();
    [[nodiscard]] QWidget *formatsBox();
    [[nodiscard]] QCheckBox *addSwitch(const QString &text, bool SampleRules::*member);
    void addLimit(QFormLayout &form, const QString &title, std::uint64_t ScrapeLimits::*member);
    void fillProtocols();

    TargetConfig m_config; ///< as it was
    std::vector<std::pair<QCheckBox *, bool SampleRules::*>> m_switches;
    std::vector<std::pair<QSpinBox *, std::uint64_t ScrapeLimits::*>> m_limits;
    QLineEdit *m_bodySize;
    QComboBox *m_protocol;
    QComboBox *m_fallback;
    QCheckBox *m_compression;
};

} // namespace sightglass
