// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/variables/variablecontrol.h"

class QCheckBox;
class QLineEdit;

namespace sightglass {

/// A variable whose value is typed; it counts when Return is pressed or the field is left.
class TextControl : public VariableControl
{
    Q_OBJECT

public:
    explicit TextControl(const VariableSpec &variable);

protected:
    void show(const ResolvedVariable &resolved) override;

private:
    void submit();

    QLineEdit *m_edit;
    QString m_shown;
};

/// A variable that is one of two values.
class SwitchControl : public VariableControl
{
    Q_OBJECT

public:
    explicit SwitchControl(const VariableSpec &variable);

protected:
    void show(const ResolvedVariable &resolved) override;

private:
    QCheckBox *m_box;
};

} // namespace sightglass
