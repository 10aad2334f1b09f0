// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

#include <QJsonArray>

class QVBoxLayout;

namespace sightglass {

/// The steps of thresholds, the highest on top as on an axis: a colour and the value from which it counts;
/// the lowest step has none. Files have them ascending, and so they are kept whatever is typed.
class ThresholdsEdit : public FieldEditor
{
    Q_OBJECT

public:
    explicit ThresholdsEdit(const Theme &theme, QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setTheme(const Theme &theme) override;
    [[nodiscard]] bool isWide() const override { return true; }

    /// A step above all others.
    void addStep();

private:
    void build();
    void addRow(int step);
    void take(bool goesOn);

    Theme m_theme;
    QJsonArray m_steps;
    QVBoxLayout *m_rows;
    bool m_typing = false;
};

} // namespace sightglass
