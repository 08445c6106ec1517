package dev.portcullis.rego.code;

import dev.portcullis.rego.plan.Plan;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.runtime.Functions;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;

/**
 * Makes JVM classes of plans. Functions of one source file share classes, so that line numbers name
 * the right file.
 */
public final class CodeGenerator {
  private static final String PACKAGE = "dev/portcullis/generated/";

  /** Keeps the constants of a class and its switch over functions small. */
  private static final int FUNCTIONS_PER_CLASS = 64;

  private CodeGenerator() {}

  /**
   * Returns {@code plan} as code in a class loader of its own.
   *
   * @throws CodeGenerationException if the plan does not fit the JVM's limits
   */
  public static CompiledFunctions generate(Plan plan) {
    List<List<PlanFunction>> groups = group(plan);
    FunctionTable.Target[] targets = new FunctionTable.Target[plan.functions().size()];
    List<Type> names = new ArrayList<>();
    for (List<PlanFunction> group : groups) {
      Type name = Type.getObjectType(PACKAGE + "Policy" + names.size());
      names.add(name);
      for (PlanFunction function : group) {
        targets[function.id()] =
            new FunctionTable.Target(name, function.arity(), function.memoSlot() >= 0);
      }
    }
    FunctionTable table = new FunctionTable(List.of(targets));
    PolicyClassLoader loader = new PolicyClassLoader(CodeGenerator.class.getClassLoader());
    Functions[] owners = new Functions[targets.length];
    int bytes = 0;
    for (int i = 0; i < groups.size(); i++) {
      bytes += write(groups.get(i), names.get(i), table, loader);
    }
    for (int i = 0; i < groups.size(); i++) {
      Functions instance = instantiate(loader, names.get(i).getClassName());
      for (PlanFunction function : groups.get(i)) {
        owners[function.id()] = instance;
      }
    }
    return new CompiledFunctions(owners, bytes);
  }

  private static List<List<PlanFunction>> group(Plan plan) {
    Map<SourceText, List<PlanFunction>> open = new IdentityHashMap<>();
    List<List<PlanFunction>> groups = new ArrayList<>();
    for (PlanFunction function : plan.functions()) {
      List<PlanFunction> group = open.get(function.span().source());
      if (group == null || group.size() == FUNCTIONS_PER_CLASS) {
        group = new ArrayList<>();
        groups.add(group);
        open.put(function.span().source(), group);
      }
      group.add(function);
    }
    return groups;
  }

  private static int write(
      List<PlanFunction> functions, Type name, FunctionTable table, PolicyClassLoader loader) {
    ClassEmitter emitter = new ClassEmitter(name, functions.get(0).span().source(), table);
    try {
      functions.forEach(emitter::function);
      Object[] constants = emitter.writeConstants();
      byte[] code = emitter.finish(functions);
      loader.add(name.getClassName(), code, constants);
      return code.length;
    } catch (org.objectweb.asm.MethodTooLargeException
        | org.objectweb.asm.ClassTooLargeException e) {
      throw new CodeGenerationException("too large for the JVM: " + e.getMessage(), e);
    }
  }

  private static Functions instantiate(PolicyClassLoader loader, String name) {
    try {
      return (Functions) loader.loadClass(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new CodeGenerationException("cannot load " + name, e);
    }
  }
}
