// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/variables/variablespec.h"

#include <QAbstractListModel>
#include <QStringList>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace sightglass {

/// The options of a variable, of which some are chosen and some are found by a search. All, where it is
/// offered, comes first and excludes the others. Texts are hostile and shown as displayText() has them. Quick
/// with ten thousand options.
class OptionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// One of them, or any number.
    enum class Choice : unsigned char
    {
        One,
        Many
    };

    /// Whether what is searched for can be chosen where no option is just that.
    enum class Typing : unsigned char
    {
        No,
        Yes
    };

    explicit OptionModel(Choice choice, QObject *parent = nullptr);

    /// `chosen` are values; allVariableValue is All. Those that are no options are kept while nothing is
    /// toggled; where values may be typed they were, and are options too.
    void setOptions(std::vector<VariableOption> options, bool offersAll,
                    const std::vector<std::string> &chosen, Typing typing = Typing::No);
    /// Only options whose text has this in it, upper or lower case alike. All is always there; last, where it
    /// may be typed, the text itself.
    void setSearch(const QString &text);
    /// Whether choosing the row makes an option of what was searched for.
    [[nodiscard]] bool isTyped(int row) const;

    /// Chooses the row alone, or where any number may be chosen turns it on or off.
    void toggle(int row);
    void chooseOnly(int row);
    /// All that are found, or none of them where they are chosen already.
    void toggleFound();
    /// What is chosen now: All, or options in their order. Nothing where nothing is.
    [[nodiscard]] std::vector<VariableOption> chosen() const;
    [[nodiscard]] bool isChosen(int row) const;
    /// The first row that is chosen; -1 where none is.
    [[nodiscard]] int firstChosen() const;
    /// Without All and what is typed.
    [[nodiscard]] int foundCount() const { return static_cast<int>(m_found.size()) - (m_offersAll ? 1 : 0); }
    [[nodiscard]] bool canType() const noexcept { return m_typing == Typing::Yes; }
    [[nodiscard]] bool offersAll() const noexcept { return m_offersAll; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] const VariableOption &optionAt(int row) const;
    /// Makes an option of what is typed, where that is what the row is. Its row then.
    int settled(int row);
    void findAll();

    Choice m_choice;
    std::vector<VariableOption> m_options; ///< All first where it is offered
    QStringList m_texts;                   ///< of the options, displayable
    std::vector<std::uint32_t> m_found;    ///< indices
    std::set<std::string> m_chosen;        ///< values
    bool m_offersAll = false;
    Typing m_typing = Typing::No;
    VariableOption m_typed; ///< empty value: nothing that is no option
    QString m_search;
};

} // namespace sightglass
