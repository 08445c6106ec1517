package dev.portcullis.rego.ast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * OPA's order of terms, in which it prints the items of sets and the keys of objects. Values come
 * in their own order; variables, references and the rest follow the scalars.
 */
public final class TermOrder implements Comparator<Term> {
  /** The order. */
  public static final TermOrder INSTANCE = new TermOrder();

  private TermOrder() {}

  /** Returns the items in order, without those that are equal to another. */
  public static List<Term> distinct(List<Term> items) {
    TreeSet<Term> sorted = new TreeSet<>(INSTANCE);
    sorted.addAll(items);
    return List.copyOf(sorted);
  }

  /** Returns the entries in the order of their keys; of equal keys the last value holds. */
  public static List<Term.Entry> sorted(List<Term.Entry> entries) {
    TreeMap<Term, Term> sorted = new TreeMap<>(INSTANCE);
    for (Term.Entry entry : entries) {
      sorted.put(entry.key(), entry.value());
    }
    List<Term.Entry> result = new ArrayList<>();
    sorted.forEach((key, value) -> result.add(new Term.Entry(key, value)));
    return result;
  }

  @Override
  public int compare(Term a, Term b) {
    int c = Integer.compare(rank(a), rank(b));
    if (c != 0) {
      return c;
    }
    if (a instanceof Term.Scalar x && b instanceof Term.Scalar y) {
      return x.value().compareTo(y.value());
    } else if (a instanceof Term.Var x && b instanceof Term.Var y) {
      return x.name().compareTo(y.name());
    } else if (a instanceof Term.Ref x && b instanceof Term.Ref y) {
      return compare(withHead(x), withHead(y));
    } else if (a instanceof Term.ArrayTerm x && b instanceof Term.ArrayTerm y) {
      return compare(x.items(), y.items());
    } else if (a instanceof Term.SetTerm x && b instanceof Term.SetTerm y) {
      return compare(distinct(x.items()), distinct(y.items()));
    } else if (a instanceof Term.ObjectTerm x && b instanceof Term.ObjectTerm y) {
      return compareEntries(sorted(x.entries()), sorted(y.entries()));
    } else if (a instanceof Term.Call x && b instanceof Term.Call y) {
      return compare(withOperator(x), withOperator(y));
    }
    return AstText.of(a).compareTo(AstText.of(b));
  }

  private static int rank(Term term) {
    if (term instanceof Term.Scalar) {
      return 0;
    } else if (term instanceof Term.TemplateString) {
      return 1;
    } else if (term instanceof Term.Var) {
      return 2;
    } else if (term instanceof Term.Ref) {
      return 3;
    } else if (term instanceof Term.ArrayTerm) {
      return 4;
    } else if (term instanceof Term.ObjectTerm) {
      return 5;
    } else if (term instanceof Term.SetTerm) {
      return 6;
    } else if (term instanceof Term.ArrayComprehension) {
      return 7;
    } else if (term instanceof Term.ObjectComprehension) {
      return 8;
    } else if (term instanceof Term.SetComprehension) {
      return 9;
    }
    return 10;
  }

  private static List<Term> withHead(Term.Ref ref) {
    List<Term> all = new ArrayList<>();
    all.add(ref.head());
    all.addAll(ref.path());
    return all;
  }

  private static List<Term> withOperator(Term.Call call) {
    List<Term> all = new ArrayList<>();
    all.add(call.operator());
    all.addAll(call.arguments());
    return all;
  }

  private int compare(List<? extends Term> a, List<? extends Term> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int c = compare(a.get(i), b.get(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private int compareEntries(List<Term.Entry> a, List<Term.Entry> b) {
    int c =
        compare(a.stream().map(Term.Entry::key).toList(), b.stream().map(Term.Entry::key).toList());
    return c != 0
        ? c
        : compare(
            a.stream().map(Term.Entry::value).toList(), b.stream().map(Term.Entry::value).toList());
  }
}
