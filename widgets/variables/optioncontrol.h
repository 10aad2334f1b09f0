// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/variables/optionmodel.h"
#include "widgets/variables/variablecontrol.h"

class QToolButton;

namespace sightglass {

class OptionPopup;

/// A variable with options to choose from: a button that says what is chosen and opens the list.
class OptionControl : public VariableControl
{
    Q_OBJECT

public:
    explicit OptionControl(const VariableSpec &variable);

    /// What the button says in full: "All", "a + b", or that there is nothing.
    [[nodiscard]] QString chosenText() const { return m_text; }
    /// Opens the list.
    void choose();
    /// Null until it was first opened.
    [[nodiscard]] OptionPopup *popup() const { return m_popup; }

protected:
    void show(const ResolvedVariable &resolved) override;
    /// Keys of the button: Space, Return and Down open the list.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillPopup();
    /// Whether values may be typed, as in Grafana.
    [[nodiscard]] OptionModel::Typing typing() const;

    QToolButton *m_button;
    OptionPopup *m_popup = nullptr;
    ResolvedVariable m_resolved;
    QString m_text;
};

} // namespace sightglass
