// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/optionmodel.h"

#include "model/presentation/displaytext.h"
#include "model/variables/variableoptions.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace sightglass {

namespace {

constexpr int longestOption = 200;

bool isAll(const VariableOption &option)
{
    return option.value == allVariableValue;
}

} // namespace

OptionModel::OptionModel(Choice choice, QObject *parent)
    : QAbstractListModel(parent)
    , m_choice(choice)
{}

void OptionModel::setOptions(std::vector<VariableOption> options, bool offersAll,
                             const std::vector<std::string> &chosen, Typing typing)
{
    beginResetModel();
    m_offersAll = offersAll;
    m_typing = typing;
    m_typed = {};
    m_options = std::move(options);
    m_chosen = std::set<std::string>(chosen.begin(), chosen.end());
    if (typing == Typing::Yes) {
        std::set<std::string_view> known;
        for (const VariableOption &option : m_options)
            known.insert(option.value);
        std::vector<VariableOption> typed;
        for (const std::string &value : chosen) {
            if (value != allVariableValue && !known.contains(value))
                typed.push_back(typedOption(value));
        }
        m_options.insert(m_options.begin(), typed.begin(), typed.end());
    }
    if (offersAll)
        m_options.insert(m_options.begin(), {tr("All").toStdString(), std::string(allVariableValue)});
    m_search.clear();
    findAll();
    endResetModel();
}

void OptionModel::findAll()
{
    m_texts.clear();
    m_texts.reserve(static_cast<qsizetype>(m_options.size()));
    for (const VariableOption &option : m_options)
        m_texts << displayText(std::string_view(option.text.empty() ? option.value : option.text),
                               longestOption);
    m_found.resize(m_options.size());
    std::iota(m_found.begin(), m_found.end(), 0U);
}

void OptionModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    beginResetModel();
    m_search = text;
    m_typed = {};
    m_found.clear();
    const std::string wanted = text.trimmed().toStdString();
    bool known = wanted.empty() || m_typing == Typing::No;
    for (std::size_t i = 0; i < m_options.size(); ++i) {
        if (isAll(m_options[i]) || m_texts[static_cast<qsizetype>(i)].contains(text, Qt::CaseInsensitive))
            m_found.push_back(static_cast<std::uint32_t>(i));
        known = known || m_options[i].value == wanted || m_options[i].text == wanted;
    }
    if (!known)
        m_typed = typedOption(wanted);
    endResetModel();
}

bool OptionModel::isTyped(int row) const
{
    return !m_typed.value.empty() && row == static_cast<int>(m_found.size());
}

const VariableOption &OptionModel::optionAt(int row) const
{
    return isTyped(row) ? m_typed : m_options[m_found[static_cast<std::size_t>(row)]];
}

int OptionModel::settled(int row)
{
    if (!isTyped(row))
        return row;
    beginResetModel();
    const int place = m_offersAll ? 1 : 0;
    m_options.insert(m_options.begin() + place, std::exchange(m_typed, {}));
    m_search.clear();
    findAll();
    endResetModel();
    return place;
}

void OptionModel::chooseOnly(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    m_chosen = {optionAt(settled(row)).value};
    emit dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

void OptionModel::toggle(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    if (m_choice == Choice::One || isAll(optionAt(row))) {
        chooseOnly(row);
        return;
    }
    const VariableOption &option = optionAt(settled(row));
    m_chosen.erase(std::string(allVariableValue));
    if (!m_chosen.erase(option.value))
        m_chosen.insert(option.value);
    emit dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

void OptionModel::toggleFound()
{
    if (m_choice == Choice::One || m_found.empty())
        return;
    bool all = true;
    const auto found = static_cast<int>(m_found.size()); // what is typed is not found
    for (int row = 0; row < found; ++row)
        all = all && (isAll(optionAt(row)) || isChosen(row));
    m_chosen.erase(std::string(allVariableValue));
    for (int row = 0; row < found; ++row) {
        if (isAll(optionAt(row)))
            continue;
        if (all)
            m_chosen.erase(optionAt(row).value);
        else
            m_chosen.insert(optionAt(row).value);
    }
    emit dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

std::vector<VariableOption> OptionModel::chosen() const
{
    std::vector<VariableOption> chosen;
    std::ranges::copy_if(m_options, std::back_inserter(chosen),
                         [this](const VariableOption &option) { return m_chosen.contains(option.value); });
    return chosen;
}

bool OptionModel::isChosen(int row) const
{
    return m_chosen.contains(optionAt(row).value);
}

int OptionModel::firstChosen() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (isChosen(row))
            return row;
    }
    return -1;
}

int OptionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size()) + (m_typed.value.empty() ? 0 : 1);
}

QVariant OptionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        if (isTyped(index.row()))
            return tr("Use “%1”").arg(displayText(std::string_view(m_typed.value), longestOption));
        return m_texts[static_cast<qsizetype>(m_found[static_cast<std::size_t>(index.row())])];
    case Qt::ToolTipRole:
        return plainToolTip(displayText(std::string_view(optionAt(index.row()).value), 2000));
    case Qt::CheckStateRole:
        if (m_choice == Choice::Many)
            return isChosen(index.row()) ? Qt::Checked : Qt::Unchecked;
        return {};
    default:
        return {};
    }
}

Qt::ItemFlags OptionModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemFlags();
}

} // namespace sightglass
