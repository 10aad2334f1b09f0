// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

class QComboBox;
class QLabel;

namespace sightglass {

/// The query of a variable in parts: what it asks for, of which metric or selector, and which label. What it
/// comes to stands below as Grafana writes it; a text that the parts do not say the same way stays until one
/// of them is changed.
class VariableQueryEdit : public FieldEditor
{
    Q_OBJECT

public:
    explicit VariableQueryEdit(QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setChoices(const FieldChoices &choices) override;
    [[nodiscard]] bool isWide() const override { return true; }

    [[nodiscard]] QComboBox *kinds() const noexcept { return m_kind; }
    [[nodiscard]] QComboBox *argument() const noexcept { return m_argument; }
    [[nodiscard]] QComboBox *label() const noexcept { return m_label; }

private:
    void take(bool goesOn);
    void showParts();

    QString m_text;
    QComboBox *m_kind;
    QComboBox *m_label;
    QComboBox *m_argument;
    QLabel *m_labelTitle;
    QLabel *m_argumentTitle;
    QLabel *m_written;
};

} // namespace sightglass
