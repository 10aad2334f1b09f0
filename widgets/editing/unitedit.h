// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

class QLineEdit;

namespace sightglass {

/// Chooses a unit: all of Grafana's by id, symbol or what a value looks like in it, found as one types, and
/// its custom forms ("suffix: things", "currency:€") as they are.
class UnitEdit : public FieldEditor
{
    Q_OBJECT

public:
    explicit UnitEdit(QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;

private:
    void take(bool goesOn);

    QLineEdit *m_line;
};

} // namespace sightglass
