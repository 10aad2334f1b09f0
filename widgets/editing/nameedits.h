// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

#include <QStringList>

class QComboBox;
class QLineEdit;
class QMenu;
class QToolButton;

namespace sightglass {

/// One name of a field, a label or a query: chosen among those in the data, or typed.
class NameEdit : public FieldEditor
{
    Q_OBJECT

public:
    explicit NameEdit(const OptionField &field, QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setChoices(const FieldChoices &choices) override;
    [[nodiscard]] QComboBox *box() const noexcept { return m_box; }

private:
    OptionKind m_kind;
    QComboBox *m_box;
    QString m_text;
};

/// Several names, or ids of panels: turned on and off in a menu; names may be typed too, with commas between
/// them.
class NamesEdit : public FieldEditor
{
    Q_OBJECT

public:
    explicit NamesEdit(const OptionField &field, QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setChoices(const FieldChoices &choices) override;
    [[nodiscard]] QLineEdit *line() const noexcept { return m_line; }
    [[nodiscard]] QMenu *menu() const noexcept { return m_menu; }

private:
    void fillMenu();
    void toggle(const QString &name, bool on);
    void typed(const QString &text);
    void tell(bool goesOn);
    void show();
    [[nodiscard]] QString titleOf(const QString &name) const;

    OptionKind m_kind;
    FieldChoices m_choices;
    QStringList m_names; ///< ids as texts, of panels
    QLineEdit *m_line;
    QToolButton *m_button;
    QMenu *m_menu;
};

/// The names that such a field is chosen from.
[[nodiscard]] const QStringList &namesFor(OptionKind kind, const FieldChoices &choices);

} // namespace sightglass
